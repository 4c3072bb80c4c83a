import type { GenerationForm } from './generation-form.ts';
import { requestGenerations } from './request-generations.server.ts';
import { stopLive } from './stop-live.server.ts';

interface RequestLiveOptions {
  user: { id: string };
  classId: string;
  form: GenerationForm;
}

/**
 * Draws what somebody types, in place of what they typed before: an older one that still waits or runs is
 * cancelled. Throws the UserErrors of `requestGenerations`.
 */
export async function requestLive({
  user,
  classId,
  form,
}: RequestLiveOptions): Promise<{ id: string }> {
  await stopLive({ user });
  const { ids } = await requestGenerations({ user, classId, form: { ...form, live: 'on' } });
  return { id: ids[0] ?? '' };
}

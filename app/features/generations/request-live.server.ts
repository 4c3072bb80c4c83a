import type { GenerationForm } from './generation-form.ts';
import { isHalfTyped } from './is-half-typed.server.ts';
import { requestGenerations } from './request-generations.server.ts';
import { stopLive } from './stop-live.server.ts';

interface RequestLiveOptions {
  user: { id: string };
  classId: string;
  form: GenerationForm;
}

/**
 * Draws what somebody types, in place of what they typed before: an older one that still waits or runs is
 * cancelled. Of a word that could not stand as far as it is typed nothing is drawn or kept: no id. Throws the
 * UserErrors of `requestGenerations`.
 */
export async function requestLive({
  user,
  classId,
  form,
}: RequestLiveOptions): Promise<{ id?: string }> {
  await stopLive({ user });
  if (await isHalfTyped({ classId, form })) return {};
  const { ids } = await requestGenerations({ user, classId, form: { ...form, live: 'on' } });
  return { id: ids[0] };
}

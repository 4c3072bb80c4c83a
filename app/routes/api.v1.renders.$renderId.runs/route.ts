import type { z } from 'zod';
import { answerApi } from '#app/features/api/answer-api.server.ts';
import { runRenderEndpoint } from '#app/features/api/endpoints/render-endpoints.ts';
import { callRender } from '#app/features/renders/change-render.server.ts';

type Run = z.input<typeof runRenderEndpoint.reply>;

export const action = answerApi(runRenderEndpoint, async ({ request, viewer, params, body }) => {
  const run = await callRender({
    user: viewer.user,
    classId: viewer.classId,
    renderId: params.renderId ?? '',
    cause: 'call',
    values: body.values,
    key: request.headers.get('Idempotency-Key') ?? undefined,
  });
  return run as Run | null;
});

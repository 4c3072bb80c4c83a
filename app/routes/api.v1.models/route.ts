import { answerApi } from '#app/features/api/answer-api.server.ts';
import { listModels } from '#app/features/api/endpoints/reading-endpoints.ts';
import { findModels } from '#app/features/studio/find-models.server.ts';

export const loader = answerApi(listModels, async () => ({ items: await findModels() }));

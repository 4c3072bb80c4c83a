import { answerApi } from '#app/features/api/answer-api.server.ts';
import { listLessonsEndpoint } from '#app/features/api/endpoints/reading-endpoints.ts';
import { listLessons } from '#app/features/lessons/list-lessons.server.ts';

export const loader = answerApi(listLessonsEndpoint, async ({ viewer }) => ({
  items: await listLessons({ userId: viewer.user.id, classId: viewer.classId }),
}));

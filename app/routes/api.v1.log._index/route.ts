import { answerApi } from '#app/features/api/answer-api.server.ts';
import { listLog as listLogEndpoint } from '#app/features/api/endpoints/picture-endpoints.ts';
import { listLog } from '#app/features/api/list-log.server.ts';

export const loader = answerApi(listLogEndpoint, ({ viewer, query }) =>
  listLog({
    userId: viewer.user.id,
    classId: viewer.classId,
    after: query.after,
    take: query.limit,
  }),
);

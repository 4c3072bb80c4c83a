import { answerApi } from '#app/features/api/answer-api.server.ts';
import { getPictureFile } from '#app/features/api/endpoints/picture-endpoints.ts';
import { sendPicture } from '#app/features/pictures/send-picture.server.ts';

export const loader = answerApi(getPictureFile, async ({ request, viewer, params, query }) => {
  const reply = await sendPicture({
    request,
    viewerId: viewer.user.id,
    classId: viewer.classId,
    pictureId: params.pictureId ?? '',
    size: query.size,
  });
  return reply.status === 404 ? null : reply;
});

import { answerApi } from '#app/features/api/answer-api.server.ts';
import { getPicture } from '#app/features/api/endpoints/picture-endpoints.ts';
import { findPicture } from '#app/features/pictures/find-picture.server.ts';

export const loader = answerApi(getPicture, ({ viewer, params }) =>
  findPicture({
    viewerId: viewer.user.id,
    classId: viewer.classId,
    pictureId: params.pictureId ?? '',
  }),
);

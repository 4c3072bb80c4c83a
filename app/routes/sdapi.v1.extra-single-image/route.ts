import { answerWebuiPost } from '#app/features/webui/answer-webui.server.ts';
import { extraSingleImage } from '#app/features/webui/extra-single-image.server.ts';
import { extraSingleImageSchema } from '#app/features/webui/webui-body.ts';

export const action = answerWebuiPost(
  'pictures:make',
  extraSingleImageSchema,
  ({ body, viewer, closed }) => extraSingleImage(body, { viewer, signal: closed }),
);

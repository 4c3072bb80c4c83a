import { answerWebuiPost } from '#app/features/webui/answer-webui.server.ts';
import { img2img } from '#app/features/webui/img2img.server.ts';
import { img2imgSchema } from '#app/features/webui/webui-body.ts';

export const action = answerWebuiPost('pictures:make', img2imgSchema, ({ body, viewer, closed }) =>
  img2img(body, { viewer, signal: closed }),
);

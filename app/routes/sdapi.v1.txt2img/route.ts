import { answerWebuiPost } from '#app/features/webui/answer-webui.server.ts';
import { txt2img } from '#app/features/webui/txt2img.server.ts';
import { txt2imgSchema } from '#app/features/webui/webui-body.ts';

export const action = answerWebuiPost('pictures:make', txt2imgSchema, ({ body, viewer, closed }) =>
  txt2img(body, { viewer, signal: closed }),
);

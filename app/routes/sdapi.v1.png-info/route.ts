import { answerWebuiPost } from '#app/features/webui/answer-webui.server.ts';
import { pngInfo } from '#app/features/webui/png-info.server.ts';
import { pngInfoSchema } from '#app/features/webui/webui-body.ts';

export const action = answerWebuiPost(null, pngInfoSchema, ({ body }) => pngInfo(body));

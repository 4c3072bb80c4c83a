import { answerWebui, answerWebuiPost } from '#app/features/webui/answer-webui.server.ts';
import { chooseWebuiModel, readWebuiOptions } from '#app/features/webui/describe-webui.server.ts';
import { optionsSchema } from '#app/features/webui/webui-body.ts';

export const loader = answerWebui(null, ({ viewer }) => readWebuiOptions(viewer));

export const action = answerWebuiPost('pictures:make', optionsSchema, ({ viewer, body }) =>
  chooseWebuiModel(viewer, body.sd_model_checkpoint),
);

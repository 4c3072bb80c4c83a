import { z } from 'zod';
import { answerWebuiPost } from '#app/features/webui/answer-webui.server.ts';
import { interruptWebui } from '#app/features/webui/interrupt-webui.server.ts';

export const action = answerWebuiPost('pictures:make', z.unknown(), ({ viewer }) =>
  interruptWebui(viewer),
);

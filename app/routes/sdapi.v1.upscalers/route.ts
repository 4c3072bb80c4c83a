import { answerWebui } from '#app/features/webui/answer-webui.server.ts';
import { listWebuiUpscalers } from '#app/features/webui/describe-webui.server.ts';

export const loader = answerWebui(null, async () => listWebuiUpscalers());

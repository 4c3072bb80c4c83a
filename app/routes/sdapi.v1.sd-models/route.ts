import { answerWebui } from '#app/features/webui/answer-webui.server.ts';
import { listWebuiModels } from '#app/features/webui/describe-webui.server.ts';

export const loader = answerWebui(null, async () => listWebuiModels());

import { answerWebui } from '#app/features/webui/answer-webui.server.ts';
import { NotInEasel } from '#app/features/webui/webui-error.server.ts';

/** The rest of WebUI's API says that it is not here. */
const missing = answerWebui(null, async () => {
  throw new NotInEasel('such part of WebUI’s API');
});

export const loader = missing;
export const action = missing;

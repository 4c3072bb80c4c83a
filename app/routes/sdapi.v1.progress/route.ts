import type { LoaderFunctionArgs } from '@remix-run/node';
import { answerWebui } from '#app/features/webui/answer-webui.server.ts';
import { findWebuiProgress } from '#app/features/webui/find-webui-progress.server.ts';

export function loader(args: LoaderFunctionArgs) {
  const skipsImage = new URL(args.request.url).searchParams.get('skip_current_image') === 'true';
  return answerWebui('pictures:read', ({ viewer }) => findWebuiProgress(viewer, !skipsImage))(args);
}

import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { chooseLanguage } from '#app/features/site/choose-language.server.ts';

export function loader() {
  return redirect('/');
}

export async function action({ request }: ActionFunctionArgs) {
  return chooseLanguage(request);
}

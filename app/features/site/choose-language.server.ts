import { redirect } from '@remix-run/node';
import { languageCookie, languageFormSchema } from '#app/platform/language.ts';

/** Keeps the language that was chosen in the menu and returns the way back to the page. */
export async function chooseLanguage(request: Request): Promise<Response> {
  const form = languageFormSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw new Response('Easel does not speak this language.', { status: 400 });
  const { language, back } = form.data;
  return redirect(back, { headers: { 'Set-Cookie': languageCookie(language) } });
}

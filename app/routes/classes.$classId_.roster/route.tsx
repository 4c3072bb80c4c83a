import { data } from '@remix-run/node';
import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { importRoster } from '#app/features/classes/import-roster.server.ts';
import { previewRoster } from '#app/features/classes/preview-roster.server.ts';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';
import { rosterFormSchema } from '#app/features/classes/roster-form.ts';
import { RosterPage } from '#app/features/classes/roster-page.tsx';
import { pageTitle } from '#app/features/site/page-title.ts';
import { UserError } from '#app/platform/user-error.ts';

export const meta = pageTitle('Add students');

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { class: found } = await requireClassTeacher({ request, classId: params.classId });
  return { classId: found.id, className: found.name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const form = rosterFormSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success)
    return data({ errors: form.error.issues.map(({ message }) => message) }, { status: 400 });
  const roster = { teacherId: user.id, classId: found.id, text: form.data.roster };
  if (form.data.intent === 'preview') return data({ preview: await previewRoster(roster) });
  try {
    const made = await importRoster(roster);
    return data({ made }, { headers: { 'Cache-Control': 'no-store' } });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return data({ errors: [error.message] }, { status: error.status });
  }
}

/** One-time codes are kept nowhere on their way. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export default function RosterRoute() {
  return <RosterPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />;
}

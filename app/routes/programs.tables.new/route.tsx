import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { findCurrentClass } from '#app/features/classes/find-current-class.server.ts';
import { findModels } from '#app/features/studio/find-models.server.ts';
import { createTable } from '#app/features/tables/create-table.server.ts';
import { NewTablePage } from '#app/features/tables/new-table-page.tsx';
import { previewTable } from '#app/features/tables/preview-table.server.ts';
import { mayQuery } from '#app/features/tables/run-query.server.ts';
import { tableFormSchema } from '#app/features/tables/table-form.ts';
import { pageTitle } from '#app/features/site/page-title.ts';
import { UserError } from '#app/platform/user-error.ts';

export const meta = pageTitle('New table');

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const models = await findModels();
  return { models: models.map(({ id, name }) => ({ id, name })), mayQuery: mayQuery(user) };
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const form = tableFormSchema.safeParse(
    Object.fromEntries([...(await request.formData())].filter(([, value]) => value !== '')),
  );
  const refuse = (errors: Record<string, string>, status = 400) =>
    data({ errors, preview: undefined }, { status });
  if (!form.success)
    return refuse(
      Object.fromEntries(form.error.issues.map(({ path, message }) => [path.join('.'), message])),
    );
  try {
    if (form.data.intent === 'preview')
      return data({ errors: undefined, preview: await previewTable(user, form.data) });
    const classId = (await findCurrentClass({ userId: user.id }))?.id ?? '';
    const { id } = await createTable({ user, classId, form: form.data });
    return redirect(`/programs/tables/${id}`);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return refuse({ [error.field ?? 'form']: error.message }, error.status);
  }
}

export default function NewTableRoute() {
  return (
    <NewTablePage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
  );
}

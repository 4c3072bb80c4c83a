import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { findTokenPlace } from '#app/features/api-tokens/find-token-place.server.ts';
import {
  callRender,
  pauseRender,
  removeRender,
  resumeRender,
} from '#app/features/renders/change-render.server.ts';
import { createRender } from '#app/features/renders/create-render.server.ts';
import { listRenders } from '#app/features/renders/list-renders.server.ts';
import { renderActionSchema, renderFormSchema } from '#app/features/renders/render-form.ts';
import { RendersPage } from '#app/features/renders/renders-page.tsx';
import { listTables } from '#app/features/tables/list-tables.server.ts';
import { pageTitle } from '#app/features/site/page-title.ts';
import { UserError } from '#app/platform/user-error.ts';

export const meta = pageTitle('Automatic pictures');

export async function loader({ request }: LoaderFunctionArgs) {
  const { id: userId } = await requireUser(request);
  const [renders, tables, place] = await Promise.all([
    listRenders({ userId }),
    listTables({ userId, fromQuery: true }),
    findTokenPlace({ userId }),
  ]);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return { renders, tables, timeZone, programsOn: place.programsOn };
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const fields = Object.fromEntries(
    [...(await request.formData())].filter(([, value]) => value !== ''),
  );
  const change = renderActionSchema.safeParse(fields);
  if (change.success) {
    const verbs = {
      pause: pauseRender,
      resume: resumeRender,
      remove: removeRender,
      run: callRender,
    };
    await verbs[change.data.intent]({ user, renderId: change.data.renderId });
    return redirect('/programs/renders');
  }
  const form = renderFormSchema.safeParse(fields);
  if (!form.success)
    return data(
      {
        errors: Object.fromEntries(
          form.error.issues.map(({ path, message }) => [path.join('.'), message]),
        ),
      },
      { status: 400 },
    );
  try {
    await createRender({ user, form: form.data });
    return redirect('/programs/renders');
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return data({ errors: { [error.field ?? 'form']: error.message } }, { status: error.status });
  }
}

export default function RendersRoute() {
  const result = useActionData<typeof action>();
  return <RendersPage {...useLoaderData<typeof loader>()} errors={result?.errors} />;
}

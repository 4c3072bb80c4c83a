import { parseWithZod } from '@conform-to/zod';
import { data } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { pageTitle } from '#app/features/site/page-title.ts';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireAdmin } from '#app/features/accounts/require-user.server.ts';
import { findSchoolLimits } from '#app/features/moderation/find-rules.server.ts';
import { saveSchoolRules } from '#app/features/school/save-school-rules.server.ts';
import { schoolRulesFormSchema } from '#app/features/school/school-form.ts';
import { SchoolRulesPage } from '#app/features/school/school-rules-page.tsx';

export const meta = pageTitle('Rules of the school');

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdmin(request);
  return { limits: await findSchoolLimits() };
}

export async function action({ request }: ActionFunctionArgs) {
  const { id: adminId } = await requireAdmin(request);
  const submission = parseWithZod(await request.formData(), { schema: schoolRulesFormSchema });
  if (submission.status !== 'success')
    return data({ saved: false, errors: submission.error ?? {} }, { status: 400 });
  await saveSchoolRules({ adminId, form: submission.value });
  return data({ saved: true, errors: {} });
}

export default function SchoolRulesRoute() {
  const { saved = false, errors } = useActionData<typeof action>() ?? {};
  return <SchoolRulesPage {...useLoaderData<typeof loader>()} saved={saved} errors={errors} />;
}

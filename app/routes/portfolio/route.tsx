import { parseWithZod } from '@conform-to/zod';
import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import type { ShouldRevalidateFunctionArgs } from '@remix-run/react';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { changePortfolio } from '#app/features/portfolios/change-portfolio.server.ts';
import { findPortfolio } from '#app/features/portfolios/find-portfolio.server.ts';
import { portfolioFormSchema } from '#app/features/portfolios/portfolio-form.ts';
import { PortfolioPage } from '#app/features/portfolios/portfolio-page.tsx';
import { pageTitle } from '#app/features/site/page-title.ts';
import { UserError } from '#app/platform/user-error.ts';

export const meta = pageTitle('My portfolio');

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  if (user.role !== 'student') throw redirect('/classes');
  return { portfolio: await findPortfolio({ userId: user.id }) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { id: userId } = await requireUser(request);
  const submission = parseWithZod(await request.formData(), { schema: portfolioFormSchema });
  if (submission.status !== 'success') {
    const form = Object.values(submission.error ?? {}).flatMap((each) => each ?? []);
    return data({ errors: { form } }, { status: 400 });
  }
  const form = submission.value;
  try {
    const saved = await changePortfolio({ userId, form });
    if (saved) return data(saved);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return data({ errors: { form: [error.message] } }, { status: error.status });
  }
  if (form.intent === 'copy') return redirect(`/assignments/${form.assignmentId}`);
  return redirect(form.intent === 'hand-in' ? '/portfolio?done=hand-in' : '/portfolio');
}

/** A save changes nothing that the page does not show already. */
export function shouldRevalidate({
  formData,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  return formData?.get('intent') === 'save' ? false : defaultShouldRevalidate;
}

export default function PortfolioRoute() {
  const { portfolio } = useLoaderData<typeof loader>();
  const [query] = useSearchParams();
  const reply = useActionData<typeof action>();
  const errors = reply && 'errors' in reply ? reply.errors : undefined;
  return (
    <PortfolioPage
      portfolio={portfolio}
      done={query.get('done') === 'hand-in' && !errors}
      errors={errors}
    />
  );
}

import { parseWithZod } from '@conform-to/zod';
import { data } from '@remix-run/node';
import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { apiTokenFormSchema, revokeFormSchema } from '#app/features/api-tokens/api-token-form.ts';
import { ApiTokensPage } from '#app/features/api-tokens/api-tokens-page.tsx';
import { createApiToken } from '#app/features/api-tokens/create-api-token.server.ts';
import { findTokenPlace } from '#app/features/api-tokens/find-token-place.server.ts';
import { listApiTokens } from '#app/features/api-tokens/list-api-tokens.server.ts';
import { revokeApiToken } from '#app/features/api-tokens/revoke-api-token.server.ts';
import { pageTitle } from '#app/features/site/page-title.ts';
import { replyFault, replyInvalid } from '#app/platform/reply-to-form.server.ts';

export const meta = pageTitle('Tokens');

export async function loader({ request }: LoaderFunctionArgs) {
  const { id: userId } = await requireUser(request);
  const [tokens, place] = await Promise.all([
    listApiTokens({ userId }),
    findTokenPlace({ userId }),
  ]);
  return { tokens, className: place.className, programsOn: place.programsOn };
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const fields = await request.formData();
  const revoking = revokeFormSchema.safeParse(Object.fromEntries(fields));
  if (revoking.success) {
    await revokeApiToken({ user, tokenId: revoking.data.tokenId });
    return data({ made: undefined, lastResult: undefined });
  }
  const submission = parseWithZod(fields, { schema: apiTokenFormSchema });
  if (submission.status !== 'success')
    return data({ made: undefined, lastResult: replyInvalid(submission).data }, { status: 400 });
  const { classId } = await findTokenPlace({ userId: user.id });
  try {
    const made = await createApiToken({ user, classId, form: submission.value });
    return data({ made, lastResult: undefined }, { headers: { 'Cache-Control': 'no-store' } });
  } catch (error) {
    const fault = replyFault(submission, error);
    return data({ made: undefined, lastResult: fault.data }, fault.init ?? {});
  }
}

/** A token is kept nowhere on its way. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export default function TokensRoute() {
  const { made, lastResult } = useActionData<typeof action>() ?? {};
  return <ApiTokensPage {...useLoaderData<typeof loader>()} made={made} lastResult={lastResult} />;
}

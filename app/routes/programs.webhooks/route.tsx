import { parseWithZod } from '@conform-to/zod';
import { data } from '@remix-run/node';
import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { findTokenPlace } from '#app/features/api-tokens/find-token-place.server.ts';
import { pageTitle } from '#app/features/site/page-title.ts';
import { createWebhook } from '#app/features/webhooks/create-webhook.server.ts';
import { showWebhooks } from '#app/features/webhooks/list-webhooks.server.ts';
import { removeWebhook } from '#app/features/webhooks/remove-webhook.server.ts';
import { removeWebhookFormSchema, webhookFormSchema } from '#app/features/webhooks/webhook-form.ts';
import { WebhooksPage } from '#app/features/webhooks/webhooks-page.tsx';
import { replyFault, replyInvalid } from '#app/platform/reply-to-form.server.ts';

export const meta = pageTitle('Webhooks');

export async function loader({ request }: LoaderFunctionArgs) {
  const { id: userId } = await requireUser(request);
  const { classId, className, programsOn } = await findTokenPlace({ userId });
  return { className, programsOn, webhooks: await showWebhooks({ userId, classId }) };
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const { classId } = await findTokenPlace({ userId: user.id });
  const fields = await request.formData();
  const removing = removeWebhookFormSchema.safeParse(Object.fromEntries(fields));
  if (removing.success) {
    await removeWebhook({ user, classId, webhookId: removing.data.webhookId });
    return data({ secret: undefined, lastResult: undefined });
  }
  const submission = parseWithZod(fields, { schema: webhookFormSchema });
  if (submission.status !== 'success')
    return data({ secret: undefined, lastResult: replyInvalid(submission).data }, { status: 400 });
  try {
    const { url } = submission.value;
    const { secret } = await createWebhook({ user, classId, url });
    return data({ secret, lastResult: undefined }, { headers: { 'Cache-Control': 'no-store' } });
  } catch (error) {
    const fault = replyFault(submission, error);
    return data({ secret: undefined, lastResult: fault.data }, fault.init ?? {});
  }
}

/** A secret is kept nowhere on its way. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export default function WebhooksRoute() {
  const reply = useActionData<typeof action>();
  return (
    <WebhooksPage
      {...useLoaderData<typeof loader>()}
      secret={reply?.secret}
      lastResult={reply?.lastResult}
    />
  );
}

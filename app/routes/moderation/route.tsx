import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireTeacher } from '#app/features/accounts/require-user.server.ts';
import { findReportedComments } from '#app/features/comments/find-comments.server.ts';
import { findQueue } from '#app/features/moderation/find-queue.server.ts';
import { QueuePage } from '#app/features/moderation/queue-page.tsx';
import { pageTitle } from '#app/features/site/page-title.ts';

export const meta = pageTitle('To look at');

export async function loader({ request }: LoaderFunctionArgs) {
  const { id: teacherId } = await requireTeacher(request);
  const [queue, comments] = await Promise.all([
    findQueue({ teacherId }),
    findReportedComments({ teacherId }),
  ]);
  return { queue, comments };
}

export default function ModerationRoute() {
  return <QueuePage {...useLoaderData<typeof loader>()} />;
}

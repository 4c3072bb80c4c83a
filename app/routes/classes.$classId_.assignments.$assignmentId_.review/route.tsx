import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { ShouldRevalidateFunctionArgs } from '@remix-run/react';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';
import { findReviewPage } from '#app/features/reviews/find-review-page.server.ts';
import { ReviewPage } from '#app/features/reviews/review-page.tsx';
import { pageTitle } from '#app/features/site/page-title.ts';

export const meta = pageTitle('Review');

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const submissionId = new URL(request.url).searchParams.get('of');
  const { assignmentId = '' } = params;
  return findReviewPage({ teacherId: user.id, classId: found.id, assignmentId, submissionId });
}

/** The queue fetches its works itself; going on to the next one loads nothing again. */
export function shouldRevalidate({ currentUrl, nextUrl }: ShouldRevalidateFunctionArgs) {
  return currentUrl.pathname !== nextUrl.pathname;
}

export default function ReviewRoute() {
  return <ReviewPage page={useLoaderData<typeof loader>()} />;
}

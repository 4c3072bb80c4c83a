import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findJoinCards } from '#app/features/classes/find-join-cards.server.ts';
import { joinCardsChoiceSchema } from '#app/features/classes/join-cards-choice.ts';
import { JoinCardsPage } from '#app/features/classes/join-cards-page.tsx';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';
import { pageTitle } from '#app/features/site/page-title.ts';

export const meta = pageTitle('Cards to print');

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { class: found } = await requireClassTeacher({ request, classId: params.classId });
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return findJoinCards({ request, class: found, choice: joinCardsChoiceSchema.parse(query) });
}

export default function JoinCardsRoute() {
  return <JoinCardsPage {...useLoaderData<typeof loader>()} />;
}

import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { findCurrentClass } from '#app/features/classes/find-current-class.server.ts';
import { ConceptListPage } from '#app/features/concepts/concept-list-page.tsx';
import { findConcepts } from '#app/features/concepts/find-concepts.server.ts';
import { findTeachableModels } from '#app/features/concepts/find-teachable-models.server.ts';
import { pageTitle } from '#app/features/site/page-title.ts';

export const meta = pageTitle('Words and styles');

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const currentClass = await findCurrentClass({ userId: user.id });
  const concepts = await findConcepts({ viewerId: user.id, classId: currentClass?.id ?? '' });
  return { concepts, models: await findTeachableModels() };
}

export default function ConceptListRoute() {
  return <ConceptListPage {...useLoaderData<typeof loader>()} />;
}

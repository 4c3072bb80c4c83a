import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { listOwnExercises } from '#app/features/exercises/list-exercises.server.ts';
import { OwnExercisesPage } from '#app/features/exercises/own-exercises-page.tsx';
import { pageTitle } from '#app/features/site/page-title.ts';

export const meta = pageTitle('Blind pairs');

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  return { exercises: await listOwnExercises({ userId: user.id }) };
}

export default function OwnExercises() {
  return <OwnExercisesPage {...useLoaderData<typeof loader>()} />;
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { listOwnExercises } from '#app/features/exercises/list-exercises.server.ts';
import { OwnExercisesPage } from '#app/features/exercises/own-exercises-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Blind pairs · Easel' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  return { exercises: await listOwnExercises({ userId: user.id }) };
}

export default function OwnExercises() {
  return <OwnExercisesPage {...useLoaderData<typeof loader>()} />;
}

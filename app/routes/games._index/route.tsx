import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { readGameSearch } from '#app/features/games/game-form.ts';
import { GameListPage } from '#app/features/games/game-list-page.tsx';
import { pageTitle } from '#app/features/site/page-title.ts';

export const meta = pageTitle('Games');

export async function loader({ request }: LoaderFunctionArgs) {
  await requireUser(request);
  return { classId: readGameSearch(request.url).classId };
}

export default function Games() {
  return <GameListPage {...useLoaderData<typeof loader>()} />;
}

import { parseWithZod } from '@conform-to/zod';
import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { answerRound } from '#app/features/games/answer-round.server.ts';
import { findGamePage } from '#app/features/games/find-game-page.server.ts';
import { GAMES, isGame } from '#app/features/games/game.ts';
import { gameUrl, guessFormSchema, readGameSearch } from '#app/features/games/game-form.ts';
import { GamePage } from '#app/features/games/game-page.tsx';
import { pageTitle } from '#app/features/site/page-title.ts';
import { UserError } from '#app/platform/user-error.ts';

export const meta = pageTitle<typeof loader>((t, page) =>
  t(page ? GAMES[page.game].title : 'Games'),
);

export async function loader({ request, params: { game } }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  if (!isGame(game)) throw new Response(null, { status: 404 });
  const search = readGameSearch(request.url);
  const page = await findGamePage({ userId: user.id, game, ...search });
  if (search.round === null && page.next) throw redirect(gameUrl(game, search.classId, page.next));
  return page;
}

export async function action({ request, params: { game } }: ActionFunctionArgs) {
  const user = await requireUser(request);
  if (!isGame(game)) throw new Response(null, { status: 404 });
  const submission = parseWithZod(await request.formData(), { schema: guessFormSchema });
  if (submission.status !== 'success')
    return data({ answer: null, errors: ['Choose one.'] }, { status: 400 });
  const { classId } = readGameSearch(request.url);
  try {
    const answer = await answerRound({ userId: user.id, game, classId, ...submission.value });
    return data({ answer, errors: [] });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return data({ answer: null, errors: [error.message] }, { status: error.status });
  }
}

export default function GameRoute() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  // A reply to an earlier round is no answer to this one.
  const answer = reply?.answer?.round === page.round?.name ? reply?.answer : undefined;
  return <GamePage page={page} answer={answer ?? null} errors={reply?.errors ?? []} />;
}

import { randomInt } from 'node:crypto';
import { findChosenClass } from '#app/features/classes/find-chosen-class.server.ts';
import { countPrompts, dealPromptRound } from './deal-prompt-round.ts';
import { dealWeightRounds } from './deal-weight-round.ts';
import { findGamePictures } from './find-game-pictures.server.ts';
import type { GamePicture } from './find-game-pictures.server.ts';
import type { Game } from './game.ts';

export type GamePage = Awaited<ReturnType<typeof findGamePage>>;

interface FindGamePageOptions {
  userId: string;
  game: Game;
  /** From the address: a class, and the picture that names the round. */
  classId: string | null;
  round: string | null;
}

/**
 * A round of a game with pictures of a class, for its members, with nobody's name in it; what is missing where there
 * are too few pictures. `round` is null where the address names none that there is: `next` leads to one.
 */
export async function findGamePage({ userId, game, classId, round }: FindGamePageOptions) {
  const chosen = await findChosenClass({ userId, classId });
  const pictures = chosen ? await findGamePictures({ classId: chosen.id }) : [];
  const rounds = listRounds(game, pictures);
  const others = rounds.filter((id) => id !== round);
  return {
    game,
    className: chosen?.name ?? null,
    classId,
    prompts: countPrompts(pictures),
    count: rounds.length,
    next: others[randomInt(Math.max(others.length, 1))] ?? rounds[0] ?? null,
    round: round === null ? null : findRound(game, pictures, round),
  };
}

export type GameRound = NonNullable<GamePage['round']>;

/** The pictures that a round can be named by. */
function listRounds(game: Game, pictures: GamePicture[]): string[] {
  if (game === 'weight') return dealWeightRounds(pictures).map(({ name }) => name);
  const { has, needs } = countPrompts(pictures);
  return has < needs ? [] : pictures.map(({ pictureId }) => pictureId);
}

/** A round without what gives the answer away. */
function findRound(game: Game, pictures: GamePicture[], round: string) {
  if (game === 'weight') {
    const dealt = dealWeightRounds(pictures).find(({ name }) => name === round);
    return (
      dealt && {
        kind: 'weight' as const,
        name: dealt.name,
        phrase: dealt.phrase,
        weight: dealt.weight,
        options: dealt.options.map(({ picture }) => ({
          id: picture.id,
          pictureId: picture.pictureId,
        })),
      }
    );
  }
  const dealt = dealPromptRound(pictures, round);
  return (
    dealt && {
      kind: 'prompt' as const,
      name: dealt.picture.pictureId,
      options: dealt.options.map(({ id, prompt }) => ({ id, prompt })),
    }
  );
}

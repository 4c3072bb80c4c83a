import { findChosenClass } from '#app/features/classes/find-chosen-class.server.ts';
import { diffPrompts } from '#app/features/comparisons/diff-prompts.ts';
import { findDifferingFields } from '#app/features/comparisons/find-differing-fields.ts';
import { UserError } from '#app/platform/user-error.ts';
import { dealPromptRound } from './deal-prompt-round.ts';
import { dealWeightRounds } from './deal-weight-round.ts';
import { findGamePictures } from './find-game-pictures.server.ts';
import type { GamePicture } from './find-game-pictures.server.ts';
import type { Game } from './game.ts';

export type RoundAnswer = Awaited<ReturnType<typeof answerRound>>;

interface AnswerRoundOptions {
  userId: string;
  game: Game;
  classId: string | null;
  round: string;
  /** The generation that was chosen. */
  choice: string;
}

/**
 * Says whether a guess was right, and explains it by what differs. Nothing is kept of it: a game has no winners.
 * Throws a UserError where the round is not there any more, as when a picture was taken down meanwhile.
 */
export async function answerRound(options: AnswerRoundOptions) {
  const { userId, game, classId, round, choice } = options;
  const chosenClass = await findChosenClass({ userId, classId });
  const pictures = chosenClass ? await findGamePictures({ classId: chosenClass.id }) : [];
  const found = game === 'prompt' ? findPrompt(pictures, round) : findWeight(pictures, round);
  const chosen = found?.options.find(({ picture }) => picture.id === choice)?.picture;
  if (!found || !chosen)
    throw new UserError(
      'This round is over: a picture of it was taken down. Here is another one.',
      {
        status: 410,
      },
    );
  const { right, options: all } = found;
  const [own, other] = diffPrompts(chosen.prompt, right.prompt);
  return {
    round,
    choice,
    isRight: chosen.id === right.id,
    rightId: right.id,
    pictureId: right.pictureId,
    /** The prompt that was chosen, marked against the one that made the picture, and that one. */
    chosenTokens: own,
    rightTokens: other,
    differing: findDifferingFields([right], [chosen]).differing,
    /** By generation, for whoever wants to see all of them. */
    options: all.map(({ picture, weight }) => ({
      id: picture.id,
      pictureId: picture.pictureId,
      prompt: picture.prompt,
      weight,
    })),
  };
}

interface Found {
  right: GamePicture;
  options: { picture: GamePicture; weight: number | null }[];
}

function findPrompt(pictures: GamePicture[], round: string): Found | null {
  const dealt = dealPromptRound(pictures, round);
  return (
    dealt && {
      right: dealt.picture,
      options: dealt.options.map((picture) => ({ picture, weight: null })),
    }
  );
}

function findWeight(pictures: GamePicture[], round: string): Found | null {
  const dealt = dealWeightRounds(pictures).find(({ name }) => name === round);
  return dealt ? { right: dealt.strongest, options: dealt.options } : null;
}

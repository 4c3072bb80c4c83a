import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#app/components/empty-state.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Stack } from '#app/components/stack.tsx';
import type { RoundAnswer } from './answer-round.server.ts';
import type { GamePage as Page } from './find-game-page.server.ts';
import { GAMES } from './game.ts';
import { gameUrl } from './game-form.ts';
import { OpenRound } from './open-round.tsx';
import { RoundResult } from './round-result.tsx';

interface GamePageProps {
  page: Page;
  /** What a guess was worth, where one was made in this round. */
  answer: RoundAnswer | null;
  errors: string[];
}

/** A game with the class's pictures: guess, then see what differs. Nobody is named, and nothing is counted. */
export function GamePage({ page, answer, errors }: GamePageProps) {
  const { t } = useTranslation();
  const { game, classId, next, round } = page;
  const { title, lead } = GAMES[game];
  return (
    <Stack gap="large">
      <PageHeader
        title={t(title)}
        lead={t(lead)}
        back={{ to: classId ? `/games?class=${classId}` : '/games', label: t('Games') }}
      />
      <FormError errors={errors} />
      {round && answer ? <RoundResult answer={answer} /> : round && <OpenRound round={round} />}
      {!round && <Missing page={page} />}
      {round && (answer !== null || errors.length > 0) && next && (
        <div>
          <LinkButton to={gameUrl(game, classId, next)} icon={<ArrowRight aria-hidden />}>
            {t('Another one')}
          </LinkButton>
        </div>
      )}
    </Stack>
  );
}

/** Why there is no round: what the game takes, and what the class's wall has of it. */
function Missing({ page }: { page: Page }) {
  const { t } = useTranslation();
  const { game, classId, className, next, prompts } = page;
  if (className === null)
    return (
      <EmptyState title={t('Join a class first')}>
        {t('Games are played with its pictures.')}
      </EmptyState>
    );
  if (next)
    return (
      <EmptyState
        drawing="frames"
        title={t('This round is over')}
        action={<LinkButton to={gameUrl(game, classId, next)}>{t('Another one')}</LinkButton>}
      />
    );
  return (
    <EmptyState drawing="frames" title={t('Not enough pictures yet')}>
      {game === 'prompt'
        ? t(
            'This game needs pictures of {{needs}} different prompts on the class’s wall. So far it has {{has}}.',
            prompts,
          )
        : t(
            'This game needs two pictures on the class’s wall with the same prompt, seed and settings, in which one phrase has different weights. Draw them in the studio with a locked seed, and hang both.',
          )}
    </EmptyState>
  );
}

import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '#app/components/page-header.tsx';
import { Stack } from '#app/components/stack.tsx';
import { GAMES } from './game.ts';
import type { Game } from './game.ts';
import { gameUrl } from './game-form.ts';
import css from './game-list-page.module.css';

/** The games that a class can play with its own pictures. */
export function GameListPage({ classId }: { classId: string | null }) {
  const { t } = useTranslation();
  const games = Object.entries(GAMES) as [Game, (typeof GAMES)[Game]][];
  return (
    <Stack gap="large">
      <PageHeader
        title={t('Games')}
        lead={t('With pictures from your class’s wall. Nobody is named, and nobody wins.')}
        back={{ to: '/', label: t('Home') }}
      />
      <ul className={css.list}>
        {games.map(([game, { title, lead }]) => (
          <li key={game} className={css.item}>
            <h2 className={css.title}>
              <Link to={gameUrl(game, classId)}>{t(title)}</Link>
            </h2>
            <p>{t(lead)}</p>
          </li>
        ))}
      </ul>
    </Stack>
  );
}

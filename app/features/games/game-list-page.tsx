import { useTranslation } from 'react-i18next';
import { LinkList } from '#app/components/link-list.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Stack } from '#app/components/stack.tsx';
import { GAMES } from './game.ts';
import type { Game } from './game.ts';
import { gameUrl } from './game-form.ts';

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
      <LinkList
        items={games.map(([game, { title, lead }]) => ({
          to: gameUrl(game, classId),
          title: t(title),
          about: <p>{t(lead)}</p>,
        }))}
      />
    </Stack>
  );
}

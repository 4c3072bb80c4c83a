import { Link } from '@remix-run/react';
import { Trans, useTranslation } from 'react-i18next';
import { Table } from '#app/components/table.tsx';
import type { RankedPicture } from './find-exercise.server.ts';
import css from './ranking-table.module.css';

/** Pictures from the one chosen most, with how often each would win against an average one. */
export function RankingTable({ ranked }: { ranked: RankedPicture[] }) {
  const { t } = useTranslation();
  return (
    <Table
      caption={t(
        'How often each picture would win against an average one; the thin bar is where nine of ten repeats of the judging would put it',
      )}
      showCaption
      rows={ranked.map((picture, index) => ({ ...picture, place: index + 1 }))}
      rowKey={({ id }) => id}
      columns={[
        { key: 'place', header: t('Place'), cell: ({ place }) => place, align: 'end' },
        {
          key: 'picture',
          header: t('Picture'),
          isRowHeader: true,
          cell: ({ id, alt, madeBy, isHidden }) => (
            <Link to={`/pictures/${id}`} className={css.picture}>
              <img src={`/pictures/${id}/thumbnail`} alt="" width={56} height={56} loading="lazy" />
              <span>
                {alt}
                <span className={css.detail}>
                  {t('by {{madeBy}}', { madeBy })}

                  {isHidden && `, ${t('hidden from the class now')}`}
                </span>
              </span>
            </Link>
          ),
        },
        {
          key: 'wins',
          header: t('Wins'),
          align: 'end',
          cell: ({ chance, low, high }) => (
            <span className={css.wins}>
              <span>
                <Trans
                  i18nKey="<b>{{chance}}</b> ({{low}} to {{high}})"
                  values={{
                    chance: percent(chance),
                    low: percent(low),
                    high: percent(high),
                  }}
                  components={{ b: <b /> }}
                />
              </span>
              <svg className={css.bar} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden>
                <path d={`M${low * 100} 4H${high * 100}`} />
                <rect x={chance * 100 - 1} y="0" width="2" height="8" />
              </svg>
            </span>
          ),
        },
        {
          key: 'judged',
          header: t('Judged'),
          cell: ({ judged }) => `${judged} ×`,
          align: 'end',
        },
      ]}
    />
  );
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

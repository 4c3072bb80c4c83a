import { Link } from '@remix-run/react';
import { Table } from '#app/components/table.tsx';
import type { RankedPicture } from './find-exercise.server.ts';
import css from './ranking-table.module.css';

/** Pictures from the one chosen most, with how often each would win against an average one. */
export function RankingTable({ ranked }: { ranked: RankedPicture[] }) {
  return (
    <Table
      caption="How often each picture would win against an average one; the thin bar is where nine of ten repeats of the judging would put it"
      showCaption
      rows={ranked.map((picture, index) => ({ ...picture, place: index + 1 }))}
      rowKey={({ id }) => id}
      columns={[
        { key: 'place', header: 'Place', cell: ({ place }) => place, align: 'end' },
        {
          key: 'picture',
          header: 'Picture',
          isRowHeader: true,
          cell: ({ id, alt, madeBy, isHidden }) => (
            <Link to={`/pictures/${id}`} className={css.picture}>
              <img src={`/pictures/${id}/thumbnail`} alt="" width={56} height={56} loading="lazy" />
              <span>
                {alt}
                <span className={css.detail}>
                  by {madeBy}
                  {isHidden && ', hidden from the class now'}
                </span>
              </span>
            </Link>
          ),
        },
        {
          key: 'wins',
          header: 'Wins',
          align: 'end',
          cell: ({ chance, low, high }) => (
            <span className={css.wins}>
              <span>
                <b>{percent(chance)}</b> ({percent(low)} to {percent(high)})
              </span>
              <svg className={css.bar} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden>
                <path d={`M${low * 100} 4H${high * 100}`} />
                <rect x={chance * 100 - 1} y="0" width="2" height="8" />
              </svg>
            </span>
          ),
        },
        { key: 'judged', header: 'Judged', cell: ({ judged }) => `${judged} ×`, align: 'end' },
      ]}
    />
  );
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

import { Notice } from '#app/components/notice.tsx';
import type { ReadRoster } from './read-roster.ts';
import css from './roster-page.module.css';

/** What a roster would do, line by line; nothing is done yet. */
export function RosterPreview({ preview }: { preview: ReadRoster }) {
  const { lines, error } = preview;
  const faults = lines.filter((line) => line.error).length;
  if (error) return <Notice tone="danger" live="polite" title={error} />;
  return (
    <div className={css.preview}>
      <Notice tone={faults ? 'warning' : 'success'} live="polite">
        {faults
          ? `${faults} of ${lines.length} lines need a change. Nothing is made until all are right.`
          : `${lines.length} accounts would be made. Nothing is made yet.`}
      </Notice>
      <div className={css.scroll}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Name</th>
              <th scope="col">Username</th>
              <th scope="col">What happens</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ line, displayName, username, error: fault }) => (
              <tr key={line} data-faulty={fault ? true : undefined}>
                <td>{line}</td>
                <td>{displayName}</td>
                <td>{username}</td>
                <td>{fault ?? 'New account'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

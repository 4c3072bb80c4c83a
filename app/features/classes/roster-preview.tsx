import { useTranslation } from 'react-i18next';
import { useSay } from '#app/components/use-say.ts';
import { Notice } from '#app/components/notice.tsx';
import type { ReadRoster } from './read-roster.ts';
import css from './roster-page.module.css';

/** What a roster would do, line by line; nothing is done yet. */
export function RosterPreview({ preview }: { preview: ReadRoster }) {
  const { t } = useTranslation();
  const say = useSay();
  const { lines, error } = preview;
  const faults = lines.filter((line) => line.error).length;
  if (error) return <Notice tone="danger" live="polite" title={say(error)} />;
  return (
    <div className={css.preview}>
      <Notice tone={faults ? 'warning' : 'success'} live="polite">
        {faults
          ? t('{{faults}} of {{count}} lines need a change. Nothing is made until all are right.', {
              faults,
              count: lines.length,
            })
          : t('{{count}} accounts would be made. Nothing is made yet.', { count: lines.length })}
      </Notice>
      <div className={css.scroll}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t('Line')}</th>
              <th scope="col">{t('Name')}</th>
              <th scope="col">{t('Username')}</th>
              <th scope="col">{t('What happens')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ line, displayName, username, error: fault }) => (
              <tr key={line} data-faulty={fault ? true : undefined}>
                <td>{line}</td>
                <td>{displayName}</td>
                <td>{username}</td>
                <td>{fault ? say(fault) : t('New account')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

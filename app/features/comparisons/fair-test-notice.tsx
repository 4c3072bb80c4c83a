import { useTranslation } from 'react-i18next';
import { Notice } from '#app/components/notice.tsx';
import { FIELD_NAMES } from './find-differing-fields.ts';
import type { ComparisonPage } from './find-comparison.server.ts';

/** Whether pictures are a fair test of one thing, and if not, what stands in the way. */
export function FairTestNotice({
  comparison: { differing, controlled },
}: {
  comparison: ComparisonPage;
}) {
  const { t, i18n } = useTranslation();
  const names = differing.map((field) => t(FIELD_NAMES[field]));
  if (controlled)
    return (
      <Notice tone="success" title={t('A fair test')}>
        {differing[0] === 'seed'
          ? t('Only the seed differs. What changes in the picture comes from it.')
          : t(
              'Only {{name}} differs, and the seed is the same. What changes in the picture comes from it.',
              { name: names[0] },
            )}
      </Notice>
    );
  if (names.length === 0)
    return (
      <Notice title={t('Nothing differs')}>
        {t('These pictures were made with the same prompt, seed and settings.')}
      </Notice>
    );
  return (
    <Notice
      tone="warning"
      title={t('Not a fair test: {{count}} things changed', { count: names.length })}
    >
      <p>
        {t('{{names}}. You can’t tell which of them made the change.', {
          names: new Intl.ListFormat(i18n.language).format(names),
        })}
      </p>
      <p>{t('For a fair test change one thing and keep the seed.')}</p>
    </Notice>
  );
}

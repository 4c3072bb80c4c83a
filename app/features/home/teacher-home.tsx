import { useTranslation } from 'react-i18next';
import { LinkButton } from '#app/components/link-button.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Stack } from '#app/components/stack.tsx';
import { ClassList } from '#app/features/classes/class-list.tsx';
import type { ClassSummary } from '#app/features/classes/list-classes.server.ts';
import { KeepNotice } from '#app/features/retention/keep-notice.tsx';
import type { Clock } from '#app/features/retention/find-retention.server.ts';

interface TeacherHomeProps {
  displayName: string;
  classes: ClassSummary[];
  /** Classes whose work goes soon. */
  near: Clock[];
}

/** Where a teacher begins: the classes, and what waits in each. */
export function TeacherHome({ displayName, classes, near }: TeacherHomeProps) {
  const { t } = useTranslation();
  const waiting = classes.reduce((sum, each) => sum + each.waiting, 0);
  const lead = waiting > 0 ? t('{{waiting}} to look at', { waiting }) : t('Nothing waits for you.');
  return (
    <Stack gap="large">
      <PageHeader
        title={t('Hello, {{displayName}}', { displayName })}
        lead={lead}
        actions={
          <>
            {waiting > 0 && <LinkButton to="/moderation">{t('Look at them')}</LinkButton>}
            <LinkButton to="/classes" variant="secondary">
              {t('New class')}
            </LinkButton>
          </>
        }
      />
      {near.map((clock) => (
        <KeepNotice key={clock.classId} clock={clock} />
      ))}
      <ClassList classes={classes} />
    </Stack>
  );
}

import {
  BookMarked,
  ClipboardList,
  Frame,
  LayoutGrid,
  Scale,
  ScrollText,
  ShieldCheck,
  SlidersHorizontal,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '#app/components/link-button.tsx';
import { Notice } from '#app/components/notice.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Split } from '#app/components/split.tsx';
import { Stack } from '#app/components/stack.tsx';
import { ClassWall } from '#app/features/moderation/class-wall.tsx';
import type { ClassWorkFilter } from '#app/features/moderation/class-work-filter.ts';
import type { ClassWorkPage } from '#app/features/moderation/list-moderation.server.ts';
import { useLive } from '#app/features/pictures/use-live.ts';
import { useReadSoon } from '#app/features/pictures/use-read-soon.ts';
import type { ClassClock } from '#app/features/retention/find-class-clock.server.ts';
import { KeepCard } from '#app/features/retention/keep-card.tsx';
import { KeepNotice } from '#app/features/retention/keep-notice.tsx';
import { ArchiveCard } from './archive-card.tsx';
import { JoinCodeCard } from './join-code-card.tsx';
import { ProgramsCard } from './programs-card.tsx';
import { RosterCard } from './roster-card.tsx';
import { TeachersCard } from './teachers-card.tsx';
import type { RosterEntry } from './list-roster.server.ts';

interface ClassPageProps {
  id: string;
  name: string;
  isArchived: boolean;
  programsOn: boolean;
  join: { code: string; isOpen: boolean; locked: boolean; expiresAt: Date | null };
  students: RosterEntry[];
  teachers: { id: string; displayName: string }[];
  page: ClassWorkPage;
  isFirstPage: boolean;
  filter: ClassWorkFilter;
  waiting: number;
  /** Pictures that students would like to show. */
  requests: number;
  clock: ClassClock;
}

/** Thirty students cause many changes a second; the page reads itself again at this pace. */
const READ_EVERY_MS = 1_500;

export function ClassPage(props: ClassPageProps) {
  const { t } = useTranslation();
  const { id, name, isArchived, join, students, teachers, page } = props;
  const { isFirstPage, filter, waiting, requests, clock } = props;
  const readSoon = useReadSoon(READ_EVERY_MS);
  useLive(({ classId }) => {
    if (!classId || classId === id) readSoon();
  });
  const lead = t('{{count}} students', { count: students.length });
  return (
    <Stack gap="large">
      <PageHeader
        title={name}
        lead={lead}
        back={{ to: '/classes', label: t('Your classes') }}
        actions={
          <>
            <LinkButton to={`/classes/${id}/assignments`} icon={<ClipboardList aria-hidden />}>
              {t('Assignments')}
            </LinkButton>
            <LinkButton
              to={`/classes/${id}/wall`}
              variant="secondary"
              icon={<LayoutGrid aria-hidden />}
            >
              {t('Live wall')}
            </LinkButton>
            <LinkButton
              to={`/classes/${id}/portfolios`}
              variant="secondary"
              icon={<BookMarked aria-hidden />}
            >
              {t('Portfolios')}
            </LinkButton>
            <LinkButton
              to={`/classes/${id}/exercises`}
              variant="secondary"
              icon={<Scale aria-hidden />}
            >
              {t('Blind pairs')}
            </LinkButton>
            <LinkButton
              to={`/classes/${id}/requests`}
              variant="secondary"
              icon={<Frame aria-hidden />}
            >
              {requests > 0
                ? t('For the gallery ({{requests}})', { requests })
                : t('For the gallery')}
            </LinkButton>
            <LinkButton
              to={`/classes/${id}/rules`}
              variant="secondary"
              icon={<ShieldCheck aria-hidden />}
            >
              {t('Rules')}
            </LinkButton>
            <LinkButton
              to={`/classes/${id}/limits`}
              variant="secondary"
              icon={<SlidersHorizontal aria-hidden />}
            >
              {t('Limits')}
            </LinkButton>
            <LinkButton
              to={`/classes/${id}/log`}
              variant="secondary"
              icon={<ScrollText aria-hidden />}
            >
              {t('The log')}
            </LinkButton>
          </>
        }
      />
      {clock.isNear && <KeepNotice clock={clock} />}
      {isArchived && (
        <Notice title={t('This class is archived')}>
          {t('Nobody joins it or makes pictures in it. You can still read it and its log.')}
        </Notice>
      )}
      <Split
        lead={!isArchived && <JoinCodeCard classId={id} {...join} />}
        aside={
          <>
            <RosterCard classId={id} students={students} isArchived={isArchived} />
            <TeachersCard classId={id} teachers={teachers} isArchived={isArchived} />
            {!isArchived && <ProgramsCard classId={id} programsOn={props.programsOn} />}
            {!clock.purgedAt && <KeepCard classId={id} clock={clock} />}
            <ArchiveCard classId={id} isArchived={isArchived} />
          </>
        }
      >
        <ClassWall
          classId={id}
          {...page}
          isFirstPage={isFirstPage}
          filter={filter}
          students={students}
          waiting={waiting}
        />
      </Split>
    </Stack>
  );
}

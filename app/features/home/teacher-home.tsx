import { LinkButton } from '#app/components/link-button.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Stack } from '#app/components/stack.tsx';
import { ClassList } from '#app/features/classes/class-list.tsx';
import type { ClassSummary } from '#app/features/classes/list-classes.server.ts';

interface TeacherHomeProps {
  displayName: string;
  classes: ClassSummary[];
}

/** Where a teacher begins: the classes, and what waits in each. */
export function TeacherHome({ displayName, classes }: TeacherHomeProps) {
  const waiting = classes.reduce((sum, each) => sum + each.waiting, 0);
  const lead = waiting > 0 ? `${waiting} to look at` : 'Nothing waits for you.';
  return (
    <Stack gap="large">
      <PageHeader
        title={`Hello, ${displayName}`}
        lead={lead}
        actions={
          <>
            {waiting > 0 && <LinkButton to="/moderation">Look at them</LinkButton>}
            <LinkButton to="/classes" variant="secondary">
              New class
            </LinkButton>
          </>
        }
      />
      <ClassList classes={classes} />
    </Stack>
  );
}

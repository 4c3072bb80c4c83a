import { getFormProps, useForm } from '@conform-to/react';
import type { SubmissionResult } from '@conform-to/react';
import { getZodConstraint, parseWithZod } from '@conform-to/zod';
import { Form, Link, useNavigation } from '@remix-run/react';
import { Download, Trash2 } from 'lucide-react';
import { Button } from '#app/components/button.tsx';
import { Card } from '#app/components/card.tsx';
import { Facts } from '#app/components/facts.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { Notice } from '#app/components/notice.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Stack } from '#app/components/stack.tsx';
import { AccountField } from '#app/features/accounts/account-field.tsx';
import { deleteStudentSchema } from './student-form.ts';
import type { StudentData } from './find-student.server.ts';

interface StudentPageProps {
  student: StudentData;
  lastResult?: SubmissionResult;
}

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** What Easel holds of one student: to look at, to take along, to delete. */
export function StudentPage({ student, lastResult }: StudentPageProps) {
  const { id, displayName, username, createdAt, classes, counts, canDelete } = student;
  const [first] = classes;
  return (
    <Stack gap="large">
      <PageHeader
        title={displayName}
        lead="What Easel holds of this student"
        back={first && { to: `/classes/${first.id}`, label: first.name }}
        actions={
          <LinkButton
            to={`/students/${id}/data.zip`}
            reloadDocument
            variant="secondary"
            icon={<Download aria-hidden />}
          >
            Download all of it
          </LinkButton>
        }
      />
      <Card title="At a glance">
        <Facts
          items={[
            { label: 'Username', value: <span translate="no">{username}</span> },
            { label: 'Account made', value: day.format(createdAt) },
            { label: 'Requests for pictures', value: counts.requests },
            { label: 'Pictures', value: counts.pictures },
            { label: 'Lessons begun', value: counts.lessons },
            { label: 'Assignments worked on', value: counts.submissions },
          ]}
        />
      </Card>
      {classes.length > 0 && (
        <Card title="Classes">
          <ul>
            {classes.map((each) => (
              <li key={each.id}>
                <Link to={`/classes/${each.id}`}>{each.name}</Link>
                {each.hasLeft && ' (has left)'}
                {each.isArchived && ' (archived)'}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {canDelete ? (
        <DeleteCard username={username} displayName={displayName} lastResult={lastResult} />
      ) : (
        <Notice title="Only an admin can delete this account">
          {displayName} is in a class of another teacher too.
        </Notice>
      )}
    </Stack>
  );
}

function DeleteCard(props: {
  username: string;
  displayName: string;
  lastResult?: SubmissionResult;
}) {
  const { username, displayName, lastResult } = props;
  const [form, fields] = useForm({
    id: 'delete-student',
    lastResult,
    constraint: getZodConstraint(deleteStudentSchema),
    onValidate: ({ formData }) => parseWithZod(formData, { schema: deleteStudentSchema }),
  });
  const busy = useNavigation().formMethod === 'POST';
  return (
    <Card title="Delete everything" tone="sunk">
      <Stack>
        <p>
          This deletes {displayName}’s account, pictures, lessons, work and grades, in every class.
          It can’t be taken back. Download the data first if anybody may want it.
        </p>
        <Form method="post" {...getFormProps(form)}>
          <Stack>
            <FormError errors={form.errors} />
            <AccountField
              field={fields.username}
              label="Username, once more"
              hint={`Write ${username} to be sure.`}
              autoComplete="off"
              verbatim
            />
            <div>
              <Button variant="danger" icon={<Trash2 aria-hidden />} busy={busy}>
                Delete for ever
              </Button>
            </div>
          </Stack>
        </Form>
      </Stack>
    </Card>
  );
}

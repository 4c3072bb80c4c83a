import { getFormProps, useForm } from '@conform-to/react';
import type { SubmissionResult } from '@conform-to/react';
import { getZodConstraint, parseWithZod } from '@conform-to/zod';
import { Form, Link, useNavigation } from '@remix-run/react';
import { Download, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Card } from '#app/components/card.tsx';
import { Facts } from '#app/components/facts.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { Notice } from '#app/components/notice.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Stack } from '#app/components/stack.tsx';
import { AccountField } from '#app/features/accounts/account-field.tsx';
import { formatDay } from '#app/platform/format-date.ts';
import { deleteStudentSchema } from './student-form.ts';
import type { StudentData } from './find-student.server.ts';

interface StudentPageProps {
  student: StudentData;
  lastResult?: SubmissionResult;
}

/** What Easel holds of one student: to look at, to take along, to delete. */
export function StudentPage({ student, lastResult }: StudentPageProps) {
  const { t, i18n } = useTranslation();
  const { id, displayName, username, createdAt, classes, counts, canDelete } = student;
  const [first] = classes;
  return (
    <Stack gap="large">
      <PageHeader
        title={displayName}
        lead={t('What Easel holds of this student')}
        back={first && { to: `/classes/${first.id}`, label: first.name }}
        actions={
          <LinkButton
            to={`/students/${id}/data.zip`}
            reloadDocument
            variant="secondary"
            icon={<Download aria-hidden />}
          >
            {t('Download all of it')}
          </LinkButton>
        }
      />
      <Card title={t('At a glance')}>
        <Facts
          items={[
            { label: t('Username'), value: <span translate="no">{username}</span> },
            { label: t('Account made'), value: formatDay(i18n.language, createdAt, 'medium') },
            { label: t('Requests for pictures'), value: counts.requests },
            { label: t('Pictures'), value: counts.pictures },
            { label: t('Lessons begun'), value: counts.lessons },
            { label: t('Assignments worked on'), value: counts.submissions },
          ]}
        />
      </Card>
      {classes.length > 0 && (
        <Card title={t('Classes')}>
          <ul>
            {classes.map((each) => (
              <li key={each.id}>
                <Link to={`/classes/${each.id}`}>{each.name}</Link>
                {each.hasLeft && ` ${t('(has left)')}`}
                {each.isArchived && ` ${t('(archived)')}`}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {canDelete ? (
        <DeleteCard username={username} displayName={displayName} lastResult={lastResult} />
      ) : (
        <Notice title={t('Only an admin can delete this account')}>
          {t('{{displayName}} is in a class of another teacher too.', { displayName })}
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
  const { t } = useTranslation();
  const { username, displayName, lastResult } = props;
  const [form, fields] = useForm({
    id: 'delete-student',
    lastResult,
    constraint: getZodConstraint(deleteStudentSchema),
    onValidate: ({ formData }) => parseWithZod(formData, { schema: deleteStudentSchema }),
  });
  const busy = useNavigation().formMethod === 'POST';
  return (
    <Card title={t('Delete everything')} tone="sunk">
      <Stack>
        <p>
          {t(
            'This deletes {{displayName}}’s account, pictures, lessons, work and grades, in every class. It can’t be taken back. Download the data first if anybody may want it.',
            { displayName },
          )}
        </p>
        <Form method="post" {...getFormProps(form)}>
          <Stack>
            <FormError errors={form.errors} />
            <AccountField
              field={fields.username}
              label={t('Username, once more')}
              hint={t('Write {{username}} to be sure.', { username })}
              autoComplete="off"
              verbatim
            />
            <div>
              <Button variant="danger" icon={<Trash2 aria-hidden />} busy={busy}>
                {t('Delete for ever')}
              </Button>
            </div>
          </Stack>
        </Form>
      </Stack>
    </Card>
  );
}

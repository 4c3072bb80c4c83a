import { Form, useNavigation } from '@remix-run/react';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Card } from '#app/components/card.tsx';
import { Checkbox } from '#app/components/checkbox.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Field } from '#app/components/field.tsx';
import { Fieldset } from '#app/components/fieldset.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Split } from '#app/components/split.tsx';
import { Stack } from '#app/components/stack.tsx';
import { TextInput } from '#app/components/text-input.tsx';
import type { ClassGroups } from './find-groups.server.ts';

interface GroupsPageProps extends ClassGroups {
  classId: string;
  className: string;
  errors: string[] | undefined;
}

/** The groups of a class, to give work to some of it alone. */
export function GroupsPage({ classId, className, groups, students, errors }: GroupsPageProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="large">
      <PageHeader title={t('Groups')} back={{ to: `/classes/${classId}`, label: className }} />
      <FormError errors={errors} />
      <Split
        aside={
          <Card title={t('New group')}>
            <GroupForm key={groups.length} students={students} />
          </Card>
        }
      >
        {groups.length === 0 && (
          <EmptyState title={t('No group yet')} drawing="frames">
            {t('With a group you give an assignment to some students of the class.')}
          </EmptyState>
        )}
        {groups.map((group) => (
          <Card key={group.id} title={group.name}>
            <GroupForm students={students} group={group} />
          </Card>
        ))}
      </Split>
    </Stack>
  );
}

interface GroupFormProps {
  students: ClassGroups['students'];
  group?: ClassGroups['groups'][number];
}

function GroupForm({ students, group }: GroupFormProps) {
  const { t } = useTranslation();
  const id = group?.id ?? 'new';
  const busy = useNavigation().formMethod === 'POST';
  return (
    <Form method="post">
      <Stack>
        {group && <input type="hidden" name="groupId" value={group.id} />}
        <Field id={`name-${id}`} label={t('Name')}>
          <TextInput
            id={`name-${id}`}
            name="name"
            defaultValue={group?.name}
            maxLength={60}
            required
          />
        </Field>
        <Fieldset legend={t('Students')}>
          {students.map((student) => (
            <Checkbox
              key={student.id}
              id={`member-${id}-${student.id}`}
              name="members"
              value={student.id}
              defaultChecked={group?.members.includes(student.id)}
              label={student.displayName}
            />
          ))}
        </Fieldset>
        <Cluster>
          <Button name="intent" value={group ? 'change' : 'make'} busy={busy}>
            {group ? t('Save') : t('Make the group')}
          </Button>
          {group && (
            <Button
              name="intent"
              value="remove"
              variant="quiet"
              icon={<Trash2 aria-hidden />}
              formNoValidate
            >
              {t('Remove the group')}
            </Button>
          )}
        </Cluster>
      </Stack>
    </Form>
  );
}

import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { translateLabels } from '#app/components/translate-labels.ts';
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx';
import { RadioCards } from '#app/components/radio-cards.tsx';
import type { WorkChoice } from './class-form.ts';

interface RemoveStudentDialogProps {
  open: boolean;
  displayName: string;
  onCancel: () => void;
  onConfirm: (work: WorkChoice) => void;
}

const CHOICES: { value: WorkChoice; label: string; description: string }[] = [
  {
    value: 'keep',
    label: 'Keep it with the class',
    description: 'Pictures stay in the class gallery.',
  },
  {
    value: 'hide',
    label: 'Hide it',
    description: 'Pictures leave every gallery. Only teachers still see them.',
  },
  {
    value: 'delete',
    label: 'Delete it',
    description: 'Pictures, lessons, work and grades of this class are gone for ever.',
  },
];

/** Asks what becomes of the work before a student leaves a class. */
export function RemoveStudentDialog(props: RemoveStudentDialogProps) {
  const { t } = useTranslation();
  const { open, displayName, onCancel, onConfirm } = props;
  const [work, setWork] = useState<WorkChoice>('keep');
  const id = useId();
  return (
    <ConfirmDialog
      open={open}
      title={t('Remove {{displayName}} from the class?', { displayName })}
      confirmLabel={work === 'delete' ? t('Remove and delete the work') : t('Remove')}
      onCancel={onCancel}
      onConfirm={() => onConfirm(work)}
    >
      <RadioCards
        id={id}
        name="work"
        legend={t('What happens to the work made in this class?')}
        layout="list"
        options={translateLabels(t, CHOICES)}
        value={work}
        onValueChange={(value) => setWork(value as WorkChoice)}
      />
      <p>
        {t('{{displayName}} keeps the account, and can’t come back with the class code.', {
          displayName,
        })}
      </p>
    </ConfirmDialog>
  );
}

import { Form } from '@remix-run/react';
import { Archive, ArchiveRestore } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Disclosure } from '#app/components/disclosure.tsx';

interface ArchiveCardProps {
  classId: string;
  isArchived: boolean;
}

/** The end of a class, and the way back. */
export function ArchiveCard({ classId, isArchived }: ArchiveCardProps) {
  const { t } = useTranslation();
  const action = `/classes/${classId}/archive`;
  if (isArchived)
    return (
      <Form method="post" action={action}>
        <Button
          name="intent"
          value="reopen"
          variant="secondary"
          icon={<ArchiveRestore aria-hidden />}
        >
          {t('Open the class again')}
        </Button>
      </Form>
    );
  return (
    <Disclosure summary={t('Archive this class')}>
      <p>
        {t(
          'Nobody joins or makes pictures in an archived class. You can still read it and its log.',
        )}
      </p>
      <Form method="post" action={action}>
        <Button name="intent" value="archive" variant="secondary" icon={<Archive aria-hidden />}>
          {t('Archive')}
        </Button>
      </Form>
    </Disclosure>
  );
}

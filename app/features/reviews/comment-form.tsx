import { useFetcher } from '@remix-run/react';
import { BookmarkMinus, BookmarkPlus, MessageSquarePlus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { Field } from '#app/components/field.tsx';
import { Select } from '#app/components/select.tsx';
import { Stack } from '#app/components/stack.tsx';
import { TextArea } from '#app/components/text-area.tsx';

interface CommentFormProps {
  /** Tells the fields of several such forms apart. */
  id: string;
  label: string;
  classId: string;
  savedComments: { id: string; text: string }[];
  onSend: (text: string) => Promise<boolean>;
}

/** A comment, written or taken from the teacher's bank; what is written can be kept there. */
export function CommentForm({ id, label, classId, savedComments, onSend }: CommentFormProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const bank = useFetcher<{ savedComments: { id: string; text: string }[] }>();
  const [chosenId, setChosenId] = useState('');
  const known = bank.data?.savedComments ?? savedComments;
  const fieldId = `comment-${id}`;

  async function send() {
    const text = field.current?.value.trim();
    if (text && (await onSend(text)) && field.current) field.current.value = '';
  }

  return (
    <Stack gap="small">
      <Field id={fieldId} label={label}>
        <TextArea id={fieldId} rows={2} maxLength={2000} inputRef={field} />
      </Field>
      {known.length > 0 && (
        <Select
          aria-label={t('From the comment bank')}
          placeholder={t('From the comment bank')}
          value={known.some((each) => each.id === chosenId) ? chosenId : ''}
          onChange={(event) => {
            setChosenId(event.currentTarget.value);
            const chosen = known.find((each) => each.id === event.currentTarget.value);
            if (chosen && field.current) field.current.value = chosen.text;
          }}
          options={known.map((each) => ({ value: each.id, label: each.text }))}
        />
      )}
      <Cluster>
        <Button
          type="button"
          size="small"
          icon={<MessageSquarePlus aria-hidden />}
          onClick={() => void send()}
        >
          {t('Comment')}
        </Button>
        <Button
          type="button"
          size="small"
          variant="quiet"
          icon={<BookmarkPlus aria-hidden />}
          busy={bank.state !== 'idle'}
          onClick={() => {
            const text = field.current?.value.trim();
            if (text)
              bank.submit({ text }, { method: 'post', action: `/classes/${classId}/comment-bank` });
          }}
        >
          {t('Keep in my bank')}
        </Button>
        {known.some((each) => each.id === chosenId) && (
          <Button
            type="button"
            size="small"
            variant="quiet"
            icon={<BookmarkMinus aria-hidden />}
            onClick={() =>
              bank.submit(
                { forget: chosenId },
                { method: 'post', action: `/classes/${classId}/comment-bank` },
              )
            }
          >
            {t('Forget this one')}
          </Button>
        )}
      </Cluster>
    </Stack>
  );
}

import { Check, ChevronLeft, ChevronRight, Eye, EyeOff, Trash2 } from 'lucide-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useSay } from '#app/components/use-say.ts';
import { Button } from '#app/components/button.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { Field } from '#app/components/field.tsx';
import { Split } from '#app/components/split.tsx';
import { Stack } from '#app/components/stack.tsx';
import { TextInput } from '#app/components/text-input.tsx';
import { describeRemarks } from './describe-remarks.ts';
import type { QueuedWork } from './find-queue.server.ts';
import css from './queue-item.module.css';

interface QueueItemProps {
  work: QueuedWork;
  /** The picture stays blurred until the teacher asks. */
  isShown: boolean;
  errors: string[] | undefined;
  busy: string | undefined;
  reasonRef: Ref<HTMLInputElement>;
  actions: Record<'a' | 'k' | 'r' | 's' | 'n' | 'p', () => void>;
}

/** One request that waits: the picture, why it is here, and the decision. */
export function QueueItem(props: QueueItemProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { work, isShown, errors, busy, reasonRef, actions } = props;
  const { user, prompt, pictures, patterns } = work;
  const picture = pictures[0];
  return (
    <Split ratio="even" aside={<Picture picture={picture} isShown={isShown} onShow={actions.s} />}>
      <Stack>
        <h2>
          {user.displayName}, {work.class.name}
        </h2>
        <p className={css.prompt}>{prompt}</p>
        <ul>
          {describeRemarks(work).map((remark, index) => (
            <li key={index}>{say(remark)}</li>
          ))}
        </ul>
        {patterns.length > 0 && (
          <section aria-label={t('The last 30 days')}>
            <h3>{t('In the last 30 days')}</h3>
            <ul>
              {patterns.map(({ kind, times }) => (
                <li key={kind}>
                  {t(kind)}, {t('{{count}} times', { count: times })}
                </li>
              ))}
            </ul>
          </section>
        )}
        <Field id="queue-reason" label={t('Reason')} note={t('kept in the log')} errors={errors}>
          <TextInput
            id="queue-reason"
            inputRef={reasonRef}
            maxLength={300}
            autoComplete="off"
            aria-describedby={errors?.length ? 'queue-reason-error' : undefined}
            onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
          />
        </Field>
        <Cluster>
          <Act icon={<Check aria-hidden />} busy={busy === 'approve'} onPress={actions.a}>
            {picture ? t('Approve') : t('Let it run')}
          </Act>
          <Act
            icon={<EyeOff aria-hidden />}
            variant="secondary"
            busy={busy === 'keep-held'}
            onPress={actions.k}
          >
            {picture ? t('Keep held') : t('Keep blocked')}
          </Act>
          {picture && (
            <Act
              icon={<Trash2 aria-hidden />}
              variant="danger"
              busy={busy === 'remove'}
              onPress={actions.r}
            >
              {t('Remove')}
            </Act>
          )}
        </Cluster>
        <Cluster>
          <Act icon={<ChevronLeft aria-hidden />} variant="quiet" onPress={actions.p}>
            {t('Back')}
          </Act>
          <Act icon={<ChevronRight aria-hidden />} variant="quiet" onPress={actions.n}>
            {t('Next')}
          </Act>
        </Cluster>
      </Stack>
    </Split>
  );
}

interface ActProps {
  icon: React.ReactNode;
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  busy?: boolean;
  onPress: () => void;
  children: React.ReactNode;
}

function Act({ icon, variant = 'primary', busy = false, onPress, children }: ActProps) {
  return (
    <Button type="button" size="small" icon={icon} variant={variant} busy={busy} onClick={onPress}>
      {children}
    </Button>
  );
}

interface PictureProps {
  picture: QueuedWork['pictures'][number] | undefined;
  isShown: boolean;
  onShow: () => void;
}

function Picture({ picture, isShown, onShow }: PictureProps) {
  const { t } = useTranslation();
  if (!picture)
    return <p className={css.none}>{t('No picture was made: the words were blocked.')}</p>;
  const { id, alt, widthPx, heightPx } = picture;
  return (
    <div className={css.frame}>
      <img
        className={css.picture}
        src={`/pictures/${id}/image`}
        alt={isShown ? alt : t('Blurred until you ask')}
        width={widthPx}
        height={heightPx}
        data-blurred={!isShown || undefined}
      />
      {!isShown && (
        <Button type="button" variant="secondary" icon={<Eye aria-hidden />} onClick={onShow}>
          {t('Show the picture')}
        </Button>
      )}
    </div>
  );
}

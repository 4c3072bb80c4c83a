import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useSay } from '#app/components/use-say.ts';
import { Button } from '#app/components/button.tsx';
import { Card } from '#app/components/card.tsx';
import { Checkbox } from '#app/components/checkbox.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { Notice } from '#app/components/notice.tsx';
import { ProgressBar } from '#app/components/progress-bar.tsx';
import { Stack } from '#app/components/stack.tsx';
import type { ConceptPage } from './find-concept.server.ts';
import { LossCurve } from './loss-curve.tsx';
import { LEAST_PICTURES } from './training-settings.ts';
import { useConceptFetcher } from './use-concept-fetcher.ts';

/** Starts a training, shows how it goes, stops it, and goes on with it. */
export function TrainingPanel({ concept }: { concept: ConceptPage }) {
  const { t } = useTranslation();
  const say = useSay();
  const { id, state, step, steps, failure, msLeft, losses, pictures, stopsEarly } = concept;
  const isRunning = state === 'waiting' || state === 'training';
  return (
    <Card title={t('Training')}>
      <Stack>
        {isRunning && (
          <>
            <ProgressBar
              label={state === 'waiting' ? t('Waits for the training before it') : t('Learning')}
              {...(state === 'training' && { value: step, max: steps })}
              detail={state === 'training' ? describe(t, step, steps, msLeft) : undefined}
            />
            <p>
              {t(
                'Your class’s pictures go first, so a busy class makes this slower. You can leave this page: it goes on.',
              )}
            </p>
            <IntentButton id={id} intent="stop" variant="secondary">
              {t('Stop here')}
            </IntentButton>
          </>
        )}
        {state === 'failed' && (
          <Notice tone="danger" title={t('The training failed')} live="polite">
            {failure && say(failure)}
          </Notice>
        )}
        {(state === 'stopped' || state === 'failed') && (
          <>
            <p>
              {t('Stopped after step {{step}} of {{steps}}. It goes on from its last checkpoint.', {
                step,
                steps,
              })}
            </p>
            <IntentButton id={id} intent="resume">
              {t('Go on')}
            </IntentButton>
          </>
        )}
        {step > 0 && (
          <>
            <LossCurve {...losses} steps={steps} />
            {!stopsEarly && (
              <Notice tone="warning" title={t('Too long on purpose')}>
                {t(
                  'Where the dashed line climbs while the other falls, the model learns these pictures by heart, not the thing in them. Try prompts that are far from the pictures.',
                )}
              </Notice>
            )}
          </>
        )}
        {!isRunning &&
          (pictures.length >= LEAST_PICTURES ? (
            <StartForm id={id} again={step > 0} />
          ) : (
            <p>
              {t('Add {{count}} more pictures to begin.', {
                count: LEAST_PICTURES - pictures.length,
              })}
            </p>
          ))}
      </Stack>
    </Card>
  );
}

function StartForm({ id, again }: { id: string; again: boolean }) {
  const { t } = useTranslation();
  const { Form, isBusy, errors } = useConceptFetcher();
  return (
    <Form method="post" action={`/concepts/${id}`}>
      <Stack>
        <input type="hidden" name="intent" value="train" />
        <Checkbox id="no-faces" name="noFaces" label={t('No picture shows a person’s face')} />
        <Checkbox
          id="too-long"
          name="tooLong"
          label={t('Train it too long, to see what happens')}
          hint={t('Three times as many steps, and it does not stop when it has learned enough.')}
        />
        <FormError id="train-error" errors={errors} />
        <div>
          <Button busy={isBusy}>
            {again ? t('Train it again from the start') : t('Start the training')}
          </Button>
        </div>
      </Stack>
    </Form>
  );
}

interface IntentButtonProps {
  id: string;
  intent: 'stop' | 'resume';
  variant?: 'primary' | 'secondary';
  children: string;
}

function IntentButton({ id, intent, variant = 'primary', children }: IntentButtonProps) {
  const { Form, isBusy } = useConceptFetcher();
  return (
    <Form method="post" action={`/concepts/${id}`}>
      <input type="hidden" name="intent" value={intent} />
      <Button variant={variant} busy={isBusy}>
        {children}
      </Button>
    </Form>
  );
}

function describe(t: TFunction, step: number, steps: number, msLeft: number | null): string {
  const done = t('Step {{step}} of {{steps}}', { step, steps });
  if (msLeft === null || step === 0) return done;
  const minutes = Math.max(1, Math.ceil(msLeft / 60_000));
  return `${done}, ${t('about {{count}} minutes left', { count: minutes })}`;
}

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
  const { id, state, step, steps, failure, msLeft, losses, pictures, stopsEarly } = concept;
  const isRunning = state === 'waiting' || state === 'training';
  return (
    <Card title="Training">
      <Stack>
        {isRunning && (
          <>
            <ProgressBar
              label={state === 'waiting' ? 'Waits for the training before it' : 'Learning'}
              {...(state === 'training' && { value: step, max: steps })}
              detail={state === 'training' ? describe(step, steps, msLeft) : undefined}
            />
            <p>
              Your class’s pictures go first, so a busy class makes this slower. You can leave this
              page: it goes on.
            </p>
            <IntentButton id={id} intent="stop" variant="secondary">
              Stop here
            </IntentButton>
          </>
        )}
        {state === 'failed' && (
          <Notice tone="danger" title="The training failed" live="polite">
            {failure}
          </Notice>
        )}
        {(state === 'stopped' || state === 'failed') && (
          <>
            <p>
              Stopped after step {step} of {steps}. It goes on from its last checkpoint.
            </p>
            <IntentButton id={id} intent="resume">
              Go on
            </IntentButton>
          </>
        )}
        {step > 0 && (
          <>
            <LossCurve {...losses} steps={steps} />
            {!stopsEarly && (
              <Notice tone="warning" title="Too long on purpose">
                Where the dashed line climbs while the other falls, the model learns these pictures
                by heart, not the thing in them. Try prompts that are far from the pictures.
              </Notice>
            )}
          </>
        )}
        {!isRunning &&
          (pictures.length >= LEAST_PICTURES ? (
            <StartForm id={id} again={step > 0} />
          ) : (
            <p>
              Add {LEAST_PICTURES - pictures.length} more{' '}
              {LEAST_PICTURES - pictures.length === 1 ? 'picture' : 'pictures'} to begin.
            </p>
          ))}
      </Stack>
    </Card>
  );
}

function StartForm({ id, again }: { id: string; again: boolean }) {
  const { Form, isBusy, errors } = useConceptFetcher();
  return (
    <Form method="post" action={`/concepts/${id}`}>
      <Stack>
        <input type="hidden" name="intent" value="train" />
        <Checkbox id="no-faces" name="noFaces" label="No picture shows a person’s face" />
        <Checkbox
          id="too-long"
          name="tooLong"
          label="Train it too long, to see what happens"
          hint="Three times as many steps, and it does not stop when it has learned enough."
        />
        <FormError id="train-error" errors={errors} />
        <div>
          <Button busy={isBusy}>
            {again ? 'Train it again from the start' : 'Start the training'}
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

function describe(step: number, steps: number, msLeft: number | null): string {
  const done = `Step ${step} of ${steps}`;
  if (msLeft === null || step === 0) return done;
  const minutes = Math.ceil(msLeft / 60_000);
  return `${done}, ${minutes <= 1 ? 'about a minute' : `about ${minutes} minutes`} left`;
}

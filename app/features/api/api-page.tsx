import { useState } from 'react';
import type { FormEvent } from 'react';
import { Send } from 'lucide-react';
import type { TFunction } from 'i18next';
import { Trans, useTranslation } from 'react-i18next';
import { useSay } from '#app/components/use-say.ts';
import { Button } from '#app/components/button.tsx';
import { Card } from '#app/components/card.tsx';
import { CopyButton } from '#app/components/copy-button.tsx';
import { Field } from '#app/components/field.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { Select } from '#app/components/select.tsx';
import { Stack } from '#app/components/stack.tsx';
import { TextArea } from '#app/components/text-area.tsx';
import { TextInput } from '#app/components/text-input.tsx';
import { ProgramsFrame } from '#app/features/programs/programs-frame.tsx';
import css from './api-page.module.css';

export interface ListedEndpoint {
  method: string;
  path: string;
  summary: string;
  needs: string;
  hasBody: boolean;
}

interface ApiPageProps {
  endpoints: ListedEndpoint[];
  origin: string;
}

interface Answer {
  status: string;
  text: string;
  imageUrl: string | null;
}

const EXAMPLES: Record<string, unknown> = {
  '/generations': { prompt: 'a cute, grey cat, on a beach', seed: 7 },
  '/batches': { requests: [{ prompt: 'a red car' }, { prompt: 'a blue car' }] },
  '/tables': { template: 'a {animal}', rows: [{ animal: 'fox' }, { animal: 'owl' }] },
  '/tables/{tableId}/rows': { rows: [{ animal: 'whale' }] },
  '/renders/{renderId}/runs': { values: {} },
  '/webhooks': { url: 'https://example.org/hook' },
};

/** What most programs begin with. */
function isUsual({ method, path }: ListedEndpoint): boolean {
  return method === 'POST' && path === '/generations';
}

/** What a program can ask for, and a place to ask for it. */
export function ApiPage({ endpoints, origin }: ApiPageProps) {
  const { t } = useTranslation();
  const say = useSay();
  const [chosen, setChosen] = useState(() => endpoints.findIndex(isUsual));
  const endpoint = endpoints[chosen]!;
  return (
    <ProgramsFrame
      title={t('The API')}
      lead={t('Try what a program would send, and read what comes back.')}
      actions={
        <LinkButton to="/api/v1/openapi.json" reloadDocument variant="secondary">
          {t('OpenAPI document')}
        </LinkButton>
      }
    >
      <Card>
        <Stack>
          <Field id="endpoint" label={t('What to ask for')} hint={say(endpoint.needs)}>
            <Select
              id="endpoint"
              value={String(chosen)}
              onChange={(event) => setChosen(Number(event.currentTarget.value))}
              options={endpoints.map(({ method, path, summary }, index) => ({
                value: String(index),
                label: `${t(summary)} (${method} ${path})`,
              }))}
            />
          </Field>
          <Attempt key={chosen} endpoint={endpoint} origin={origin} />
        </Stack>
      </Card>
      <Card title={t('Programs that know the WebUI')}>
        <p>
          <Trans
            i18nKey="Give them the address <code>{{origin}}</code> in place of the WebUI’s, and your token as the password of any user name. They find <code>/sdapi/v1/txt2img</code>, <code>img2img</code>, <code>progress</code>, <code>samplers</code>, <code>png-info</code> and more."
            values={{ origin }}
            components={{ code: <code /> }}
          />
        </p>
      </Card>
    </ProgramsFrame>
  );
}

function Attempt({ endpoint, origin }: { endpoint: ListedEndpoint; origin: string }) {
  const { t } = useTranslation();
  const { method, path, hasBody } = endpoint;
  const [answer, setAnswer] = useState<Answer>();
  const [isBusy, setIsBusy] = useState(false);
  const [token, setToken] = useState('');
  const [body, setBody] = useState(hasBody ? JSON.stringify(EXAMPLES[path] ?? {}, null, 2) : '');
  const [ids, setIds] = useState<Record<string, string>>({});
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const address = `/api/v1${path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(ids[name] ?? ''))}`;
  async function send(event: FormEvent) {
    event.preventDefault();
    setIsBusy(true);
    setAnswer(await ask(t, { method, address, token, body: hasBody ? body : undefined }));
    setIsBusy(false);
  }
  return (
    <form onSubmit={(event) => void send(event)}>
      <Stack>
        <Field id="token" label={t('Your token')}>
          <TextInput
            id="token"
            type="password"
            value={token}
            autoComplete="off"
            placeholder="easel_…"
            onChange={(event) => setToken(event.currentTarget.value)}
          />
        </Field>
        {names.map((name) => (
          <Field key={name} id={name} label={name}>
            <TextInput
              id={name}
              value={ids[name] ?? ''}
              autoComplete="off"
              onChange={(event) => setIds({ ...ids, [name]: event.currentTarget.value })}
            />
          </Field>
        ))}
        {hasBody && (
          <Field id="body" label={t('Body')}>
            <TextArea
              id="body"
              rows={6}
              value={body}
              spellCheck={false}
              onChange={(event) => setBody(event.currentTarget.value)}
            />
          </Field>
        )}
        <Button icon={<Send aria-hidden />} busy={isBusy}>
          {t('Send')}
        </Button>
        <Curl text={printCurl(endpoint.method, origin + address, hasBody ? body : undefined)} />
        {answer && <AnswerView answer={answer} />}
      </Stack>
    </form>
  );
}

function Curl({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    <div>
      <p>{t('The same from a shell:')}</p>
      {/* A long line scrolls in its own frame, by keyboard too. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={css.code} tabIndex={0} role="region" aria-label={t('The same with curl')}>
        {text}
      </pre>
      <CopyButton text={text} size="small" />
    </div>
  );
}

function AnswerView({ answer: { status, text, imageUrl } }: { answer: Answer }) {
  const { t } = useTranslation();
  return (
    <div>
      <p role="status">{t('Answer: {{status}}', { status })}</p>
      {imageUrl ? (
        <img src={imageUrl} alt={t('What came back')} className={css.picture} />
      ) : (
        /* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */
        <pre className={css.code} tabIndex={0} role="region" aria-label={t('The answer')}>
          {text}
        </pre>
      )}
    </div>
  );
}

interface Question {
  method: string;
  address: string;
  token: string;
  body: string | undefined;
}

async function ask(t: TFunction, { method, address, token, body }: Question): Promise<Answer> {
  try {
    const reply = await fetch(address, {
      method,
      // The token alone counts, as for any program.
      credentials: 'omit',
      headers: {
        ...(token && { Authorization: `Bearer ${token.trim()}` }),
        ...(body && { 'Content-Type': 'application/json' }),
      },
      body,
    });
    const status = `${reply.status} ${reply.statusText}`;
    if (reply.headers.get('content-type')?.startsWith('image/'))
      return { status, text: '', imageUrl: URL.createObjectURL(await reply.blob()) };
    return { status, text: JSON.stringify(await reply.json(), null, 2), imageUrl: null };
  } catch {
    return { status: 'none', text: t('Easel could not be reached.'), imageUrl: null };
  }
}

function printCurl(method: string, url: string, body: string | undefined): string {
  const lines = [`curl -X ${method} ${url}`, `-H "Authorization: Bearer $EASEL_TOKEN"`];
  if (body)
    lines.push(`-H "Content-Type: application/json"`, `-d '${body.replaceAll("'", "'\\''")}'`);
  return lines.join(' \\\n  ');
}

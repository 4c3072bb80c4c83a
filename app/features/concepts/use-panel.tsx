import { Trans, useTranslation } from 'react-i18next';
import { Card } from '#app/components/card.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { CopyButton } from '#app/components/copy-button.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { Stack } from '#app/components/stack.tsx';
import css from './concept-page.module.css';
import type { ConceptPage } from './find-concept.server.ts';

/** How prompts use it, and how strongly. */
export function UsePanel({ concept: { id, name, kind } }: { concept: ConceptPage }) {
  const { t } = useTranslation();
  const prompt = kind === 'word' ? `a <${name}>, in a meadow` : `a house, in a meadow <${name}>`;
  return (
    <Card title={t('Use it')} tone="highlight">
      <Stack>
        <p>
          <Trans
            i18nKey="Write <code>{{word}}</code> in a prompt, with its brackets. A number says how strongly: <code>{{half}}</code> is half, <code>{{more}}</code> more than usual."
            values={{ word: `<${name}>`, half: `<${name}:0.5>`, more: `<${name}:1.3>` }}
            components={{ code: <code className={css.code} /> }}
          />
        </p>
        <p>
          <code className={css.code}>{prompt}</code>
        </p>
        <Cluster>
          <CopyButton text={prompt} label={t('Copy this prompt')} />
          <LinkButton to="/studio" variant="secondary">
            {t('Open the studio')}
          </LinkButton>
          <a href={`/concepts/${id}/file`} className={css.file} download>
            {t('Download the file')}
          </a>
        </Cluster>
        <p className={css.note}>
          {kind === 'word'
            ? t(
                'The file is a learned embedding in safetensors format. Other programs read it, with this model.',
              )
            : t(
                'The file is a LoRA in safetensors format. Other programs read it, with this model.',
              )}
        </p>
      </Stack>
    </Card>
  );
}

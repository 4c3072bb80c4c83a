import { Card } from '#app/components/card.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { CopyButton } from '#app/components/copy-button.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { Stack } from '#app/components/stack.tsx';
import css from './concept-page.module.css';
import type { ConceptPage } from './find-concept.server.ts';

/** How prompts use it, and how strongly. */
export function UsePanel({ concept: { id, name, kind } }: { concept: ConceptPage }) {
  const prompt = kind === 'word' ? `a <${name}>, in a meadow` : `a house, in a meadow <${name}>`;
  return (
    <Card title="Use it" tone="highlight">
      <Stack>
        <p>
          Write <code className={css.code}>&lt;{name}&gt;</code> in a prompt, with its brackets. A
          number says how strongly: <code className={css.code}>&lt;{name}:0.5&gt;</code> is half,{' '}
          <code className={css.code}>&lt;{name}:1.3&gt;</code> more than usual.
        </p>
        <p>
          <code className={css.code}>{prompt}</code>
        </p>
        <Cluster>
          <CopyButton text={prompt} label="Copy this prompt" />
          <LinkButton to="/studio" variant="secondary">
            Open the studio
          </LinkButton>
          <a href={`/concepts/${id}/file`} className={css.file} download>
            Download the file
          </a>
        </Cluster>
        <p className={css.note}>
          The file is {kind === 'word' ? 'a learned embedding' : 'a LoRA'} in safetensors format.
          Other programs read it, with this model.
        </p>
      </Stack>
    </Card>
  );
}

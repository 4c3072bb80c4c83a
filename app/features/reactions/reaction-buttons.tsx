import { useFetcher } from '@remix-run/react';
import { Heart } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { Stack } from '#app/components/stack.tsx';
import { REACTION_KINDS, REACTIONS } from './reaction-kinds.ts';
import type { Reaction } from './reaction-kinds.ts';

interface ReactionButtonsProps {
  pictureId: string;
  /** What others said of one's own picture, and what one said oneself of another's. */
  reactions: { heard: string[]; own: string[] | null };
}

/** Kind words for a picture. Nobody sees how many: its maker reads which. */
export function ReactionButtons({ pictureId, reactions }: ReactionButtonsProps) {
  const { t } = useTranslation();
  const { heard, own } = reactions;
  return (
    <section aria-labelledby="picture-reactions">
      <Stack>
        <h2 id="picture-reactions">
          {own ? t('Say something kind') : t('Others say of this picture')}
        </h2>
        {own ? (
          <Cluster>
            {REACTION_KINDS.map((kind) => (
              <Said key={kind} pictureId={pictureId} kind={kind} isSaid={own.includes(kind)} />
            ))}
          </Cluster>
        ) : (
          <ul>
            {REACTION_KINDS.filter((kind) => heard.includes(kind)).map((kind) => (
              <li key={kind}>{t(REACTIONS[kind])}</li>
            ))}
          </ul>
        )}
      </Stack>
    </section>
  );
}

function Said(props: { pictureId: string; kind: Reaction; isSaid: boolean }) {
  const { t } = useTranslation();
  const fetcher = useFetcher();
  const { pictureId, kind } = props;
  const sent = fetcher.formData?.get('intent');
  const isSaid = sent ? sent === 'say' : props.isSaid;
  return (
    <fetcher.Form method="post" action={`/pictures/${pictureId}/reactions`}>
      <input type="hidden" name="kind" value={kind} />
      <Button
        name="intent"
        value={isSaid ? 'take-back' : 'say'}
        size="small"
        variant={isSaid ? 'primary' : 'secondary'}
        aria-pressed={isSaid}
        icon={<Heart aria-hidden fill={isSaid ? 'currentColor' : 'none'} />}
      >
        {t(REACTIONS[kind])}
      </Button>
    </fetcher.Form>
  );
}

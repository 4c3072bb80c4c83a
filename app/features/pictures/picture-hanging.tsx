import { Form, useNavigation } from '@remix-run/react';
import { Frame, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { Notice } from '#app/components/notice.tsx';
import { Stack } from '#app/components/stack.tsx';
import type { PicturePage } from './find-picture.server.ts';

const HANGS = {
  own: 'Only its maker and the teachers of the class see this picture.',
  class: 'This picture hangs in the class’s gallery.',
  school: 'This picture hangs in the school’s gallery.',
};
const ASKED = {
  own: HANGS.own,
  class: 'A teacher looks at it before the class sees it.',
  school: 'A teacher looks at it before the whole school sees it.',
};

/** Where a picture hangs, and the next rung of the ladder. */
export function PictureHanging({ hanging }: { hanging: NonNullable<PicturePage['hanging']> }) {
  const { t } = useTranslation();
  const { shelf, asked, answer, canAsk, canTakeDown } = hanging;
  const busy = useNavigation().formData?.get('intent');
  return (
    <Form method="post">
      <Stack gap="small">
        <p>{t(asked ? ASKED[asked] : HANGS[shelf])}</p>
        {answer !== null && (
          <Notice title={t('Your teacher said: not yet')}>
            {answer || t('Ask them what they would like to see first.')}
          </Notice>
        )}
        <Cluster>
          {canAsk && (
            <Button
              name="intent"
              value="hang"
              size="small"
              icon={<Frame aria-hidden />}
              busy={busy === 'hang'}
            >
              {shelf === 'own' ? t('Show it to the class') : t('Show it to the school')}
            </Button>
          )}
          {canTakeDown && (
            <Button
              name="intent"
              value="take-down"
              size="small"
              variant="secondary"
              icon={<Undo2 aria-hidden />}
              busy={busy === 'take-down'}
            >
              {asked && shelf === 'own' ? t('Take it back') : t('Take it down')}
            </Button>
          )}
        </Cluster>
      </Stack>
    </Form>
  );
}

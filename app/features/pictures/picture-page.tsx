import { Form } from '@remix-run/react';
import { BookMarked, Brush, Columns2, Download, Wand2 } from 'lucide-react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { Notice } from '#app/components/notice.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Split } from '#app/components/split.tsx';
import type { HeatOverlay } from '#app/features/heatmaps/find-overlays.ts';
import { HeatmapPanel } from '#app/features/heatmaps/heatmap-panel.tsx';
import { useHeatmaps } from '#app/features/heatmaps/use-heatmaps.ts';
import { formatDay } from '#app/platform/format-date.ts';
import { ReadAs } from '#app/features/studio/read-as.tsx';
import { CollectPicture } from '#app/features/collections/collect-picture.tsx';
import { CommentList } from '#app/features/comments/comment-list.tsx';
import type { Comments } from '#app/features/comments/find-comments.server.ts';
import { PartsPanel } from '#app/features/parts/parts-panel.tsx';
import { ReactionButtons } from '#app/features/reactions/reaction-buttons.tsx';
import type { PartName } from '#worker/engine/control/annotators/part-names.ts';
import type { PromptDialect } from '#worker/engine/prompt/prompt.ts';
import type { PicturePage as Picture } from './find-picture.server.ts';
import { PictureActions } from './picture-actions.tsx';
import type { PictureErrors } from './picture-actions.tsx';
import { PictureFamily } from './picture-family.tsx';
import css from './picture-page.module.css';
import { PictureHanging } from './picture-hanging.tsx';
import { PictureSettings } from './picture-settings.tsx';

interface PicturePageProps {
  picture: Picture;
  reactions: { heard: string[]; own: string[] | null } | null;
  /** Null where the class has no comments. */
  comments: Comments | null;
  /** The viewer's own collections. */
  collections: { id: string; name: string; hasIt: boolean }[];
  /** What the picture can be taken apart into. */
  parts: PartName[];
  /** What was wrong with a form of this page. */
  errors?: PictureErrors;
}

/** A picture, large, and everything that made it. */
export function PicturePage({ picture, errors, ...around }: PicturePageProps) {
  const { reactions, comments, collections, parts } = around;
  const { t, i18n } = useTranslation();
  const { id, isOwn, madeBy, isShown } = picture;
  const heatmaps = useHeatmaps([{ id }]);
  return (
    <>
      <PageHeader
        title={t('Picture')}
        lead={t('Made by {{madeBy}} on {{date}}', {
          madeBy: isOwn ? t('you') : (madeBy ?? t('a student')),
          date: formatDay(i18n.language, picture.createdAt, 'long'),
        })}
        back={{ to: isOwn ? '/gallery' : '/gallery?shelf=class', label: t('Gallery') }}
      />
      <Split ratio="even" aside={<Details picture={picture} errors={errors} />}>
        <LargePicture
          picture={picture}
          overlay={heatmaps.overlays[id]}
          opacityPercent={heatmaps.opacityPercent}
        />
        {isShown && <HeatmapPanel key={id} heatmaps={heatmaps} />}
        {isShown && parts.length > 0 && (
          <PartsPanel key={`parts ${id}`} pictureId={id} parts={parts} />
        )}
        {picture.hanging && <PictureHanging hanging={picture.hanging} />}
        {isShown && (
          <div className={css.buttons}>
            <LinkButton to={`/studio?from=${id}`} icon={<Wand2 aria-hidden />}>
              {t('Use these settings')}
            </LinkButton>
            <LinkButton to={`/studio?start=${id}`} variant="secondary" icon={<Brush aria-hidden />}>
              {t('Draw on from it')}
            </LinkButton>
            <LinkButton
              to={`/compare?picture=${id}&choose=yes`}
              variant="secondary"
              icon={<Columns2 aria-hidden />}
            >
              {t('Compare')}
            </LinkButton>
            <LinkButton
              to={`/pictures/${id}/download`}
              reloadDocument
              variant="secondary"
              icon={<Download aria-hidden />}
            >
              {t('Download')}
            </LinkButton>
            {picture.canCollect && (
              <Form method="post" action="/portfolio">
                <input type="hidden" name="pictureId" value={id} />
                <Button
                  name="intent"
                  value="add"
                  variant="secondary"
                  icon={<BookMarked aria-hidden />}
                >
                  {t('Add to my portfolio')}
                </Button>
              </Form>
            )}
          </div>
        )}
        {picture.isShown && picture.state === 'approved' && (
          <CollectPicture pictureId={id} collections={collections} />
        )}
        {reactions && <ReactionButtons pictureId={id} reactions={reactions} />}
        {comments && <CommentList pictureId={id} comments={comments} />}
      </Split>
    </>
  );
}

function Details({ picture, errors }: Pick<PicturePageProps, 'picture' | 'errors'>) {
  const { t } = useTranslation();
  const { prompt, negativePrompt, dialect } = picture;
  return (
    <>
      <section className={css.words} aria-labelledby="picture-prompt">
        <h2 id="picture-prompt" className={css.heading}>
          {t('Prompt')}
        </h2>
        <p className={css.prompt}>{prompt}</p>
        <ReadAs prompt={prompt} dialect={dialect as PromptDialect} />
        {negativePrompt !== '' && (
          <>
            <h2 className={css.heading}>{t('Negative prompt')}</h2>
            <p className={css.prompt}>{negativePrompt}</p>
          </>
        )}
      </section>
      <PictureSettings picture={picture} />
      <PictureFamily picture={picture} />
      <PictureActions picture={picture} errors={errors} />
    </>
  );
}

interface LargePictureProps {
  picture: Picture;
  /** Colours that lie over it. */
  overlay: HeatOverlay | undefined;
  opacityPercent: number;
}

function LargePicture({ picture, overlay, opacityPercent }: LargePictureProps) {
  const { t } = useTranslation();
  const { id, alt, state, isShown, isOwn, widthPx, heightPx } = picture;
  const size = { '--width': widthPx, '--height': heightPx } as CSSProperties;
  return (
    <figure className={css.figure}>
      {isShown && (
        <div className={css.mat}>
          <div className={css.layers}>
            <img
              className={css.picture}
              data-small={Math.max(widthPx, heightPx) <= 256 || undefined}
              style={size}
              src={`/pictures/${id}/image`}
              alt={alt}
              width={widthPx}
              height={heightPx}
            />
            {overlay && (
              <img
                className={css.heat}
                src={overlay.src}
                alt={overlay.alt}
                style={{ opacity: opacityPercent / 100 }}
              />
            )}
          </div>
        </div>
      )}
      {state === 'held' && (
        <Notice
          tone="warning"
          title={isOwn ? t('A teacher looks at this picture first') : t('Held')}
        >
          {isShown
            ? t('Only teachers of this class see it until somebody has decided.')
            : t('It is back here, and in your gallery, once they have.')}
        </Notice>
      )}
      {state === 'removed' && (
        <Notice tone="warning" title={t('Removed')}>
          {t('Only teachers of this class still see it, as part of the class’s record.')}
        </Notice>
      )}
      {isShown && (
        <figcaption className={css.alt}>
          <span className="visually-hidden">{t('In words:')} </span>
          {alt}
        </figcaption>
      )}
    </figure>
  );
}

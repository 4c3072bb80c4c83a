import { Link } from '@remix-run/react';
import { CircleX, EyeOff, ShieldQuestion } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './picture-tile.module.css';

export type PictureTileState = 'ready' | 'waiting' | 'drawing' | 'held' | 'blurred' | 'failed';

interface PictureTileProps {
  state?: PictureTileState;
  /** The picture, or the newest preview of it. Never given for a held one that may not be seen. */
  src?: string;
  alt: string;
  widthPx?: number;
  heightPx?: number;
  /** Where a press on the picture leads. */
  to?: string;
  caption?: ReactNode;
  detail?: ReactNode;
  badges?: ReactNode;
  /** Small buttons under the caption. */
  actions?: ReactNode;
  /** Steps done and in all, while drawing. */
  step?: number;
  steps?: number;
  /** In place of the picture: "third in the queue", "held for your teacher". */
  statusText?: ReactNode;
  revealLabel?: string;
}

/** One picture as a print on its mat, or the place where it will hang. */
export function PictureTile(props: PictureTileProps) {
  const { t } = useTranslation();
  const { state = 'ready', alt, to, caption, detail, badges, actions } = props;
  const [revealed, setRevealed] = useState(false);
  const blurred = state === 'blurred' && !revealed;
  const picture = <TilePicture {...props} state={state} blurred={blurred} />;
  return (
    <figure className={css.tile} data-state={state}>
      <div className={css.mat}>
        {to && !blurred ? (
          <Link to={to} className={css.link} aria-label={alt}>
            {picture}
          </Link>
        ) : (
          picture
        )}
        {badges && <div className={css.badges}>{badges}</div>}
        {blurred && (
          <button type="button" className={css.reveal} onClick={() => setRevealed(true)}>
            <EyeOff aria-hidden />
            {props.revealLabel ?? t('Show the picture')}
          </button>
        )}
      </div>
      {(caption || detail || actions) && (
        <figcaption className={css.words}>
          {caption && <span className={css.caption}>{caption}</span>}
          {detail && <span className={css.detail}>{detail}</span>}
          {actions && <span className={css.actions}>{actions}</span>}
        </figcaption>
      )}
    </figure>
  );
}

function TilePicture(props: PictureTileProps & { blurred: boolean }) {
  const {
    state,
    src,
    alt,
    widthPx = 512,
    heightPx = 512,
    step,
    steps,
    statusText,
    blurred,
  } = props;
  const Icon = state === 'failed' ? CircleX : state === 'held' ? ShieldQuestion : undefined;
  return (
    <span className={css.picture} style={{ aspectRatio: `${widthPx} / ${heightPx}` }}>
      {src && (
        <img
          src={src}
          alt={blurred ? '' : alt}
          width={widthPx}
          height={heightPx}
          loading="lazy"
          decoding="async"
          data-blurred={blurred || undefined}
          data-preview={state === 'drawing' || undefined}
        />
      )}
      {!src && state !== 'blurred' && (
        <span className={css.blank}>
          {Icon && <Icon aria-hidden />}
          {statusText && <span>{statusText}</span>}
        </span>
      )}
      {state === 'drawing' && (
        <progress className={css.progress} value={step} max={steps ?? 1} aria-label={alt} />
      )}
    </span>
  );
}

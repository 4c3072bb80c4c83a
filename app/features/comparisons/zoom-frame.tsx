import { useEffect, useRef } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeatOverlay } from '#app/features/heatmaps/find-overlays.ts';
import type { Zoom } from './use-zoom.ts';
import css from './zoom-frame.module.css';

interface ZoomFrameProps {
  zoom: Zoom;
  /** Named by a screen reader. */
  label: string;
  /** Shown in its corner. */
  badge?: string;
  widthPx: number;
  heightPx: number;
  /** Pictures of the class `layer`, one above the other. */
  children: ReactNode;
}

/** A window on a picture, or on pictures that lie on each other, that moves with all others of its `zoom`. */
export function ZoomFrame({ zoom, label, badge, widthPx, heightPx, children }: ZoomFrameProps) {
  const { t } = useTranslation();

  const { view, frame, onWheel } = zoom;
  const element = useRef<HTMLDivElement>(null);
  const listener = useRef(onWheel);
  listener.current = onWheel;
  useEffect(() => {
    const current = element.current;
    const listen = (event: WheelEvent) => listener.current(event as never);
    // React listens to the wheel passively, and a browser would then zoom the whole page.
    current?.addEventListener('wheel', listen, { passive: false });
    return () => current?.removeEventListener('wheel', listen);
  }, []);
  return (
    // Its keys do what the buttons above it do, too.
    <div
      ref={element}
      role="group"
      aria-label={label}
      aria-roledescription={t('zoomed picture')}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={css.frame}
      data-zoomed={view.scale > 1 || undefined}
      data-small={Math.max(widthPx, heightPx) <= 256 || undefined}
      style={
        {
          aspectRatio: `${widthPx} / ${heightPx}`,
          '--moved': `translate(${view.x * 100}%, ${view.y * 100}%) scale(${view.scale})`,
        } as CSSProperties
      }
      {...frame}
    >
      {children}
      {badge && (
        <span className={css.label} aria-hidden>
          {badge}
        </span>
      )}
    </div>
  );
}

interface LayerProps {
  picture: { id: string; alt: string };
  /** How much of it lets the one below through, or where it is cut off; percent. */
  opacityPercent?: number;
  shownPercent?: number;
  /** Colours that lie over it, and how strongly. */
  heat?: HeatOverlay | undefined;
  heatPercent?: number;
}

/** One picture in its frame. */
export function Layer(props: LayerProps) {
  const { picture, opacityPercent = 100, shownPercent, heat, heatPercent = 0 } = props;
  const cut = shownPercent === undefined ? undefined : `inset(0 ${100 - shownPercent}% 0 0)`;
  return (
    <div className={css.layer} style={{ clipPath: cut, opacity: opacityPercent / 100 }}>
      <img src={`/pictures/${picture.id}/image`} alt={picture.alt} draggable={false} />
      {heat && (
        <img
          className={css.heat}
          src={heat.src}
          alt={heat.alt}
          draggable={false}
          style={{ opacity: heatPercent / 100 }}
        />
      )}
    </div>
  );
}

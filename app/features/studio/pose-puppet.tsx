import { useState } from 'react';
import type { CSSProperties, KeyboardEvent, PointerEvent } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { drawPose, JOINTS, listBones, POSES } from './pose-joints.ts';
import type { Joint, Pose } from './pose-joints.ts';
import css from './pose-puppet.module.css';

interface PosePuppetProps {
  widthPx: number;
  heightPx: number;
  /** The skeleton as a PNG in a data URL. */
  onPosed: (dataUrl: string) => void;
}

const STEP = 0.02;
const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** A figure whose joints are dragged, or moved with the arrow keys. */
export function PosePuppet({ widthPx, heightPx, onPosed }: PosePuppetProps) {
  const { t } = useTranslation();
  const [pose, setPose] = useState<Pose>(POSES.Standing!);
  const [held, setHeld] = useState<Joint>();

  function change(next: Pose) {
    setPose(next);
    const sheet = document.createElement('canvas');
    sheet.width = widthPx;
    sheet.height = heightPx;
    const pen = sheet.getContext('2d');
    if (!pen) return;
    drawPose(pen, next);
    onPosed(sheet.toDataURL('image/png'));
  }
  function move(joint: Joint, x: number, y: number) {
    const inside = (share: number) => Math.min(1, Math.max(0, share));
    change({ ...pose, [joint]: [inside(x), inside(y)] });
  }
  function onPointerMove(event: PointerEvent<HTMLDivElement>) {
    if (!held) return;
    const frame = event.currentTarget.getBoundingClientRect();
    move(
      held,
      (event.clientX - frame.left) / frame.width,
      (event.clientY - frame.top) / frame.height,
    );
  }
  function onKeyDown(event: KeyboardEvent, joint: Joint) {
    const arrow = ARROWS[event.key];
    if (!arrow) return;
    event.preventDefault();
    const by = event.shiftKey ? 5 : 1;
    move(joint, pose[joint][0] + arrow[0] * by, pose[joint][1] + arrow[1] * by);
  }

  return (
    <div className={css.puppet}>
      <div role="group" aria-label={t('Poses to begin with')} className={css.poses}>
        {Object.entries(POSES).map(([name, each]) => (
          <Button
            key={name}
            type="button"
            variant="secondary"
            size="small"
            onClick={() => change(each)}
          >
            {t(name)}
          </Button>
        ))}
      </div>
      <div
        role="group"
        aria-label={t('The figure’s joints')}
        className={css.sheet}
        style={{ '--ratio': `${widthPx} / ${heightPx}` } as CSSProperties}
        onPointerMove={onPointerMove}
        onPointerUp={() => setHeld(undefined)}
        onPointerCancel={() => setHeld(undefined)}
        onPointerLeave={() => setHeld(undefined)}
      >
        <svg viewBox="0 0 1 1" preserveAspectRatio="none" className={css.bones} aria-hidden>
          {listBones(pose).map(({ from, to, colour }, index) => (
            <line
              key={index}
              x1={from[0]}
              y1={from[1]}
              x2={to[0]}
              y2={to[1]}
              stroke={colour}
              strokeWidth={0.016}
            />
          ))}
        </svg>
        {JOINTS.map((joint) => (
          <button
            key={joint}
            type="button"
            className={css.joint}
            style={
              {
                '--x': `${pose[joint][0] * 100}%`,
                '--y': `${pose[joint][1] * 100}%`,
              } as CSSProperties
            }
            aria-label={describe(t, joint, pose)}
            onPointerDown={() => setHeld(joint)}
            onKeyDown={(event) => onKeyDown(event, joint)}
          />
        ))}
      </div>
      <p className={css.keys}>
        {t('Drag a joint, or go to it with Tab and move it with the arrow keys.')}
      </p>
    </div>
  );
}

function describe(t: TFunction, joint: Joint, pose: Pose): string {
  const [x, y] = pose[joint].map((share) => Math.round(share * 100));
  return t('{{joint}}, {{x}} across, {{y}} down', { joint: t(joint), x, y });
}

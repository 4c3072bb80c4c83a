import type { Generation } from '#prisma/generated/client.ts';
import { readControls } from './control-record.ts';

type InputColumns = Pick<
  Generation,
  | 'id'
  | 'startPictureId'
  | 'strength'
  | 'maskSha256'
  | 'maskBlurPx'
  | 'maskContent'
  | 'maskArea'
  | 'maskPaddingPx'
  | 'controls'
  | 'hiresScale'
  | 'hiresStrength'
  | 'guidanceRescale'
>;

/**
 * A generation's start picture, mask and control as the form's fields name them, so that it can be asked for
 * again: drawings stay where they are, and the form names the generation that was drawn with them.
 */
export function readInputFields(row: InputColumns) {
  const [control] = readControls(row.controls);
  const text = (value: unknown) => (value === null ? undefined : String(value));
  return {
    startPictureId: row.startPictureId ?? '',
    strength: text(row.strength),
    mask: row.maskSha256 ? `generation:${row.id}` : '',
    maskBlurPx: text(row.maskBlurPx),
    maskContent: text(row.maskContent),
    maskArea: text(row.maskArea),
    maskPaddingPx: text(row.maskPaddingPx),
    control: control ? `generation:${row.id}` : '',
    ...(control && {
      controlType: control.type,
      controlWeight: String(control.weight),
      controlStart: String(control.start),
      controlEnd: String(control.end),
    }),
    hiresScale: text(row.hiresScale) ?? '',
    hiresStrength: text(row.hiresStrength),
    guidanceRescale: text(row.guidanceRescale) ?? '',
  };
}

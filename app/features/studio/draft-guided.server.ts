import { drawPart } from '#app/features/parts/draw-part.server.ts';
import type { PartName } from '#worker/engine/control/annotators/part-names.ts';
import { emptyDraft } from './draft.ts';
import type { Draft } from './draft.ts';
import type { StudioModel } from './find-models.server.ts';

interface DraftGuidedOptions {
  viewerId: string;
  pictureId: string;
  part: PartName;
  models: readonly StudioModel[];
}

/**
 * A draft without words yet, guided by a part of a picture; null where this person may not see the picture,
 * nothing here takes pictures apart, or no model can be guided.
 */
export async function draftGuided(options: DraftGuidedOptions): Promise<Draft | null> {
  const { viewerId, pictureId, part, models } = options;
  const model = models.find(({ hasControl }) => hasControl);
  if (!model) return null;
  const size = { widthPx: model.sidePx, heightPx: model.sidePx };
  const png = await drawPart({ viewerId, pictureId, part, size });
  if (!png) return null;
  const control = `data:image/png;base64,${png.toString('base64')}`;
  return { ...emptyDraft(model), control, controlType: part };
}

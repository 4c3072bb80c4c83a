import type { PartName } from '#worker/engine/control/annotators/part-names.ts';
import { draftGuided } from './draft-guided.server.ts';
import { emptyDraft } from './draft.ts';
import type { Draft } from './draft.ts';
import type { StudioModel } from './find-models.server.ts';
import { findStart } from './find-start.server.ts';

export interface BeginDraftOptions {
  userId: string;
  models: readonly StudioModel[];
  /** The model of a form that begins with nothing. */
  model: StudioModel;
  /** The picture whose settings the form begins with. */
  from?: string | undefined;
  /** The picture that is drawn on from. */
  start?: string | undefined;
  /** The picture whose layout is taken, and what of it. */
  layout?: { pictureId: string; part: PartName } | undefined;
}

interface Beginning {
  draft: Draft;
  /** What the form was filled from; left out where it is empty. */
  startedFrom?: string;
}

/** What the studio's form begins with; empty where this person may not see the picture that was named. */
export async function beginDraft(options: BeginDraftOptions): Promise<Beginning> {
  const { userId: viewerId, models, model, from, start, layout } = options;
  const guided = layout && (await draftGuided({ viewerId, models, ...layout }));
  if (guided) {
    const startedFrom = `layout=${layout.pictureId} ${layout.part}`;
    return { draft: guided, startedFrom };
  }
  const pictureId = start ?? from;
  const found = pictureId === undefined ? null : await findStart({ viewerId, pictureId });
  if (!found) return { draft: emptyDraft(model) };
  if (start === undefined) return { draft: found, startedFrom: `from=${pictureId}` };
  const draft = { ...found, startPictureId: start, mask: '', seed: '' };
  return { draft, startedFrom: `start=${start}` };
}

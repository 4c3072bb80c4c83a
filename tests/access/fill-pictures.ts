import { db } from '#app/platform/db.server.ts';
import type { GenerationState, PictureState } from '#prisma/generated/enums.ts';
import type { PersonName } from './secrets.ts';
import type { Room } from './room.ts';

interface Kind {
  madeBy?: 'maker' | 'removed';
  generation: GenerationState;
  picture?: PictureState;
  mode?: string;
  isLive?: boolean;
  /** Who may see the picture. */
  bytesSeenBy: PersonName[];
  /** Who may read what was asked for. */
  promptSeenBy: PersonName[];
}

const OWN: PersonName[] = ['maker', 'teacher'];
const CLASS: PersonName[] = ['maker', 'classmate', 'teacher'];

/** A picture or a request for one, of every kind that there is. */
export const PICTURE_KINDS = {
  approved: {
    generation: 'finished',
    picture: 'approved',
    bytesSeenBy: CLASS,
    promptSeenBy: CLASS,
  },
  held: { generation: 'held', picture: 'held', bytesSeenBy: ['teacher'], promptSeenBy: OWN },
  removed: {
    generation: 'blocked',
    picture: 'removed',
    bytesSeenBy: ['teacher'],
    promptSeenBy: OWN,
  },
  upload: {
    generation: 'finished',
    picture: 'approved',
    mode: 'upload',
    bytesSeenBy: OWN,
    promptSeenBy: OWN,
  },
  live: {
    generation: 'finished',
    picture: 'approved',
    isLive: true,
    bytesSeenBy: CLASS,
    promptSeenBy: CLASS,
  },
  leavers: {
    madeBy: 'removed',
    generation: 'finished',
    picture: 'approved',
    bytesSeenBy: [...CLASS, 'removed'],
    promptSeenBy: [...CLASS, 'removed'],
  },
  blocked: { generation: 'blocked', bytesSeenBy: [], promptSeenBy: OWN },
  waiting: { generation: 'waiting', bytesSeenBy: [], promptSeenBy: OWN },
  running: { generation: 'running', bytesSeenBy: [], promptSeenBy: OWN },
  failed: { generation: 'failed', bytesSeenBy: [], promptSeenBy: OWN },
} satisfies Record<string, Kind>;
export type PictureKind = keyof typeof PICTURE_KINDS;

export type Pictures = Record<PictureKind, { generationId: string; pictureId: string }>;

/** One of each kind, with masks, controls, previews, flags and verdicts. */
export async function fillPictures(room: Room): Promise<Pictures> {
  const made = {} as Pictures;
  for (const [name, kind] of Object.entries(PICTURE_KINDS) as [PictureKind, Kind][])
    made[name] = await createKind(room, name, kind);
  const { ids, secrets } = room;
  await db.generationPreview.create({
    data: {
      generationId: made.running.generationId,
      step: 1,
      steps: 4,
      png: Buffer.from(secrets.text('preview', ...OWN)),
    },
  });
  await db.flag.create({
    data: {
      pictureId: made.held.pictureId,
      userId: ids.classmate,
      reason: secrets.text('reason of a flag', 'teacher'),
    },
  });
  await db.verdict.create({
    data: {
      generationId: made.blocked.generationId,
      attempt: 1,
      gate: 'words',
      decision: 'block',
      reason: secrets.text('reason of a gate', 'teacher'),
      scores: {},
    },
  });
  return made;
}

async function createKind(room: Room, name: string, kind: Kind) {
  const { classId, ids, secrets } = room;
  const { madeBy = 'maker', bytesSeenBy, promptSeenBy } = kind;
  const drawingSeenBy = kind.picture ? [...new Set([...bytesSeenBy, ...OWN])] : OWN;
  const generation = await db.generation.create({
    data: {
      classId,
      userId: ids[madeBy],
      state: kind.generation,
      mode: kind.mode ?? 'text-to-image',
      isLive: kind.isLive ?? false,
      // What classmates may see hangs in the class's gallery.
      shelf: kind.bytesSeenBy.includes('classmate') ? 'class' : 'own',
      prompt: secrets.text(`prompt of ${name}`, ...promptSeenBy),
      negativePrompt: secrets.text(`negative prompt of ${name}`, ...promptSeenBy),
      failure: kind.generation === 'failed' ? secrets.text('failure', ...OWN) : null,
      changedFields: [],
      dialect: 'classroom',
      parsedPrompt: [],
      seed: 7n,
      noiseSource: 'torch-cpu',
      steps: 20,
      guidance: 4,
      sampler: 'dpmpp-2m',
      schedule: 'default',
      widthPx: 128,
      heightPx: 128,
      modelId: 'starter',
      maskSha256: await secrets.file(`mask of ${name}`, ...drawingSeenBy),
      controls: [
        {
          type: 'scribble',
          sha256: await secrets.file(`control of ${name}`, ...drawingSeenBy),
          weight: 1,
          start: 0,
          end: 1,
        },
      ],
    },
  });
  if (!kind.picture) return { generationId: generation.id, pictureId: generation.id };
  const picture = await db.picture.create({
    data: {
      generationId: generation.id,
      sha256: await secrets.file(name, ...bytesSeenBy),
      thumbSha256: await secrets.file(`the thumbnail of ${name}`, ...bytesSeenBy),
      bytes: 1,
      widthPx: 128,
      heightPx: 128,
      alt: secrets.text(`alt text of ${name}`, ...promptSeenBy),
      state: kind.picture,
      // An upload was not drawn from words.
      ...(kind.mode !== 'upload' && {
        heatmaps: {
          create: {
            state: 'ready',
            words: [secrets.text(`word of ${name}`, ...bytesSeenBy)],
            widthPlaces: 2,
            heightPlaces: 2,
            values: new Uint8Array([0, 10, 20, 30]),
          },
        },
      }),
    },
  });
  return { generationId: generation.id, pictureId: picture.id };
}

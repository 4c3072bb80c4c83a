import { hashApiToken, makeApiToken } from '#app/features/api-tokens/hash-api-token.server.ts';
import { SCOPE_IDS } from '#app/features/api-tokens/scopes.ts';
import { db } from '#app/platform/db.server.ts';
import type { Pictures } from './fill-pictures.ts';
import type { Room } from './room.ts';
import type { PersonName } from './secrets.ts';

interface Options extends Room {
  otherClassId: string;
  pictures: Pictures;
}

/** Who has a program; an admin without a class has none, and the leaver's is from before they left. */
const WITH_A_TOKEN = [
  'maker',
  'classmate',
  'removed',
  'teacher',
  'stranger',
  'foreignTeacher',
] as const;
const DAY_MS = 24 * 3600 * 1000;

/** A token for each, and what the maker's programs left: a batch, a webhook, a table and a render. */
export async function fillPrograms(options: Options) {
  const { classId, otherClassId, ids, secrets, pictures } = options;
  const tokens: Partial<Record<PersonName, string>> = {};
  const tokenIds: Partial<Record<PersonName, string>> = {};
  for (const person of WITH_A_TOKEN) {
    const token = makeApiToken();
    const isOutside = person === 'stranger' || person === 'foreignTeacher';
    const { id } = await db.apiToken.create({
      data: {
        userId: ids[person],
        classId: isOutside ? otherClassId : classId,
        name: secrets.text(`name of a token of ${person}`, person),
        hash: hashApiToken(token),
        ending: token.slice(-4),
        scopes: SCOPE_IDS,
        perMinute: 100_000,
        expiresAt: new Date(Date.now() + DAY_MS),
        // So that a use, which is nobody's data, is not noted.
        lastUsedAt: new Date(Date.now() + DAY_MS),
      },
    });
    tokens[person] = token;
    tokenIds[person] = id;
  }
  const own = { classId, userId: ids.maker };
  const batch = await db.batch.create({
    data: {
      ...own,
      tokenId: tokenIds.maker!,
      bodySha256: 'none',
      generationIds: [pictures.running.generationId, pictures.approved.generationId],
    },
  });
  const webhook = await db.webhook.create({
    data: {
      ...own,
      url: `https://example.org/${secrets.text('address of a webhook', 'maker')}`,
      secret: secrets.text('key of a webhook'),
      deliveries: { create: { generationId: pictures.approved.generationId } },
    },
  });
  const table = await db.pictureTable.create({
    data: {
      ...own,
      name: secrets.text('name of a table', 'maker', 'teacher'),
      columns: [secrets.text('column of a table', 'maker', 'teacher')],
      template: secrets.text('prompt of a table', 'maker', 'teacher'),
      settings: {},
      state: 'paused',
      rows: {
        create: {
          position: 1,
          line: 2,
          cells: [secrets.text('cell of a table', 'maker', 'teacher')],
          generationId: pictures.approved.generationId,
          askedAt: new Date(),
        },
      },
    },
  });
  const render = await db.render.create({
    data: {
      ...own,
      name: secrets.text('name of a render', 'maker'),
      template: secrets.text('prompt of a render', 'maker'),
      settings: {},
      timeZone: 'UTC',
      maxPerDay: 5,
      runs: {
        create: {
          key: 'first',
          cause: 'call',
          dueAt: new Date(),
          outcome: 'refused',
          reason: secrets.text('reason of a run', 'maker'),
        },
      },
    },
  });
  return {
    tokens,
    tokenIds,
    batchId: batch.id,
    webhookId: webhook.id,
    tableId: table.id,
    renderId: render.id,
    concepts: await fillConcepts(options),
  };
}

/** A word that its maker keeps, and one that the teacher has shared with the class. */
async function fillConcepts({ classId, ids, secrets, pictures }: Options) {
  const teach = async (what: string, seenBy: PersonName[], over: object) => {
    const { id } = await db.concept.create({
      data: {
        classId,
        userId: ids.maker,
        kind: 'word',
        name: secrets.text(`name of ${what}`, ...seenBy),
        modelId: 'starter',
        startWord: 'fish',
        steps: 100,
        seed: 1,
        state: 'ready',
        startedAt: new Date(0),
        fileSha256: await secrets.file(what, ...seenBy),
        checkpointSha256: await secrets.file(`the checkpoint of ${what}`),
        pictures: {
          create: {
            pictureId: pictures.upload.pictureId,
            position: 1,
            caption: secrets.text(`caption within ${what}`, 'maker', 'teacher'),
          },
        },
        ...over,
      },
    });
    return id;
  };
  const sample = { connect: { id: pictures.held.generationId } };
  return {
    kept: await teach('a kept word', ['maker', 'teacher'], {}),
    shared: await teach('a shared word', ['maker', 'classmate', 'teacher'], {
      sharedAt: new Date(),
      samples: sample,
    }),
  };
}

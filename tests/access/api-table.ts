import { anyone, only, refused, rows } from './expectation.ts';
import type { Expectation } from './expectation.ts';
import { PICTURE_KINDS } from './fill-pictures.ts';
import type { PictureKind } from './fill-pictures.ts';
import { A_PICTURE } from './secrets.ts';
import type { PersonName } from './secrets.ts';
import type { World } from './world.ts';

type More = Parameters<typeof only>[1];

/** Who has a token that works: an admin without a class has none, and a leaver's ended when they left. */
const BY_TOKEN: PersonName[] = ['maker', 'classmate', 'teacher', 'stranger', 'foreignTeacher'];
const MAKER: PersonName[] = ['maker'];
const OWN: PersonName[] = ['maker', 'teacher'];
const REQUEST = { prompt: 'a red house', modelId: 'starter' };

/** Each sees and makes their own. */
const eachTheirOwn = (more: More = {}) => only(BY_TOKEN, { isOwn: true, ...more });
const ofTable = ({ tableId }: World) => ({ tableId });
const ofWebhook = ({ webhookId }: World) => ({ webhookId });
const ofGeneration = (world: World, kind: PictureKind) => ({
  generationId: world.pictures[kind].generationId,
});
const ofPicture = (world: World, kind: PictureKind) => ({
  pictureId: world.pictures[kind].pictureId,
});
const bytes = Object.fromEntries(
  Object.entries(PICTURE_KINDS).flatMap(([name, kind]) =>
    'picture' in kind
      ? [[name, kind.bytesSeenBy.filter((person) => BY_TOKEN.includes(person))]]
      : [],
  ),
) as Partial<Record<PictureKind, readonly PersonName[]>>;
const CLIENT = { json: () => ({ prompt: 'a red house', sampler_name: 'None such' }) };

/** The addresses of programs, which come with a token. */
export const apiTable: Record<string, Expectation[]> = {
  'GET /api/v1/openapi.json': anyone(),
  'GET /api/v1/:': only([], { others: 'refused' }),
  'POST /api/v1/:': refused({}),
  'GET /api/v1/models': eachTheirOwn(),
  'GET /api/v1/lessons': eachTheirOwn(),
  'GET /api/v1/log': eachTheirOwn(),
  'GET /api/v1/generations': eachTheirOwn(),
  'POST /api/v1/generations': eachTheirOwn({ json: () => REQUEST }),
  'POST /api/v1/batches': eachTheirOwn({ json: () => ({ requests: [REQUEST, REQUEST] }) }),
  'GET /api/v1/batches/:batchId': only(MAKER, { params: ({ batchId }) => ({ batchId }) }),
  'GET /api/v1/generations/:generationId': rows(
    { approved: OWN, held: OWN, upload: OWN, blocked: OWN, running: OWN, leavers: ['teacher'] },
    ofGeneration,
  ),
  'POST /api/v1/generations/:generationId': rows({ waiting: MAKER }, ofGeneration, {
    method: 'DELETE',
    inArchive: MAKER,
    others: 'nothing',
  }),
  'GET /api/v1/pictures/:pictureId': rows({ ...bytes, held: OWN }, ofPicture),
  'GET /api/v1/pictures/:pictureId/file': [
    ...rows(bytes, ofPicture),
    ...rows(bytes, ofPicture, { query: () => 'size=thumbnail' }),
  ],
  'POST /api/v1/tables': eachTheirOwn({
    json: () => ({ template: 'a {animal}', rows: [{ animal: 'fox' }] }),
  }),
  'GET /api/v1/tables/:tableId': only(OWN, { params: ofTable }),
  'POST /api/v1/tables/:tableId/rows': only(MAKER, {
    params: ofTable,
    json: () => ({ rows: [{ animal: 'fox' }] }),
  }),
  'POST /api/v1/tables/:tableId/replay': only(MAKER, { params: ofTable }),
  'GET /api/v1/renders': eachTheirOwn(),
  'POST /api/v1/renders/:renderId/runs': only(MAKER, {
    params: ({ renderId }) => ({ renderId }),
    json: () => ({ values: {} }),
  }),
  'GET /api/v1/webhooks': eachTheirOwn(),
  'POST /api/v1/webhooks': eachTheirOwn({ json: () => ({ url: 'https://example.org/told' }) }),
  'POST /api/v1/webhooks/:webhookId': only(MAKER, {
    params: ofWebhook,
    method: 'DELETE',
    inArchive: MAKER,
  }),
  'GET /api/v1/webhooks/:webhookId/deliveries': only(MAKER, { params: ofWebhook }),

  'GET /sdapi/v1/:': only([], { others: 'refused' }),
  'POST /sdapi/v1/:': refused({}),
  'GET /sdapi/v1/options': eachTheirOwn(),
  'POST /sdapi/v1/options': eachTheirOwn({ json: () => ({ sd_model_checkpoint: 'starter' }) }),
  'GET /sdapi/v1/samplers': eachTheirOwn(),
  'GET /sdapi/v1/schedulers': eachTheirOwn(),
  'GET /sdapi/v1/sd-models': eachTheirOwn(),
  'GET /sdapi/v1/upscalers': eachTheirOwn(),
  'GET /sdapi/v1/progress': eachTheirOwn(),
  'POST /sdapi/v1/interrupt': only(MAKER, {
    others: 'nothing',
    inArchive: MAKER,
    json: () => ({}),
  }),
  'POST /sdapi/v1/png-info': only(BY_TOKEN, {
    json: () => ({ image: A_PICTURE.toString('base64') }),
    inArchive: BY_TOKEN,
  }),
  // Those who may would wait for a worker, of which there is none here: what they send is refused.
  'POST /sdapi/v1/txt2img': refused({}, CLIENT),
  'POST /sdapi/v1/img2img': refused({}, { json: () => ({ init_images: ['no picture'] }) }),
  'POST /sdapi/v1/extra-single-image': refused({}, { json: () => ({ image: 'no picture' }) }),
};

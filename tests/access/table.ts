import { apiTable } from './api-table.ts';
import { classLifeTable } from './class-life-table.ts';
import { anyone, only, refused, rows, signedIn } from './expectation.ts';
import type { Expectation } from './expectation.ts';
import { PICTURE_KINDS } from './fill-pictures.ts';
import type { PictureKind } from './fill-pictures.ts';
import { programsTable } from './programs-table.ts';
import { sharedTable } from './shared-table.ts';
import { schoolTable } from './school-table.ts';
import { A_PICTURE } from './secrets.ts';
import type { PersonName } from './secrets.ts';
import { teacherTable } from './teacher-table.ts';
import type { World } from './world.ts';

const OWN: PersonName[] = ['maker', 'teacher'];
const CLASS: PersonName[] = ['maker', 'classmate'];
const NOBODY = '00000000-0000-4000-8000-000000000000';
const PASSWORD = 'green kettle 7';

type Kinds = Partial<Record<PictureKind, readonly PersonName[]>>;

/** Kinds that have a picture, with those who may see its bytes. */
const bytes = Object.fromEntries(
  Object.entries(PICTURE_KINDS).flatMap(([name, kind]) =>
    'picture' in kind ? [[name, kind.bytesSeenBy]] : [],
  ),
) as Kinds;
const picture = (world: World, kind: PictureKind) => ({
  pictureId: world.pictures[kind].pictureId,
});
const pictureOf = (world: World, kind: string) => world.pictures[kind as PictureKind].pictureId;
const generation = (world: World, kind: PictureKind) => ({
  generationId: world.pictures[kind].generationId,
});
const assignment = (of: keyof World['assignments']) => (world: World) => ({
  assignmentId: world.assignments[of],
});

const copied = ({ copyId }: World) => ({ slug: `copy-${copyId}` });

/** Who may use each address of the site. A new route needs its line here, or in one of the other tables. */
export const table: Record<string, Expectation[]> = {
  ...teacherTable,
  ...classLifeTable,
  ...programsTable,
  ...apiTable,
  ...schoolTable,
  ...sharedTable,
  'GET /': anyone(),
  'GET /health': anyone(),
  'GET /demo': refused({}),
  'POST /demo': refused({ username: 'ms-marigold' }, { others: 'nothing' }),
  'GET /language': anyone(),
  'POST /language': anyone({ form: () => ({ language: 'de', back: '/' }) }),
  'GET /join': anyone(),
  'POST /join': refused({ code: 'ABCD2345', username: 'somebody', password: PASSWORD }),
  'GET /new-password': anyone(),
  'POST /new-password': refused({ username: 'nobody', code: 'ABCD2345', password: PASSWORD }),
  'GET /setup': anyone(),
  'POST /setup': refused({ token: 'wrong', username: 'somebody', password: PASSWORD }),
  'GET /sign-in': anyone(),
  'POST /sign-in': refused({ username: 'nobody', password: PASSWORD }, { asks: ['anonymous'] }),
  'GET /sign-out': anyone(),
  'POST /sign-out': anyone({ asks: ['anonymous'] }),

  'GET /lessons': signedIn(),
  'GET /lessons/:slug': [
    ...signedIn({ params: () => ({ slug: 'be-specific' }) }),
    ...only([...CLASS, 'teacher'], {
      of: 'of a teacher',
      params: copied,
      inArchive: ['teacher'],
    }),
  ],
  'POST /lessons/:slug': [
    ...signedIn({
      params: () => ({ slug: 'be-specific' }),
      form: () => ({ intent: 'read', step: 'from-words-to-a-picture' }),
    }),
    ...only(CLASS, {
      of: 'of a teacher',
      params: copied,
      form: () => ({ intent: 'read', step: 'a-step' }),
      others: 'refused',
    }),
  ],
  'GET /lessons/:slug/pictures/:file': [
    ...signedIn({ params: () => ({ slug: 'be-specific', file: 'target.png' }) }),
    ...only([...CLASS, 'teacher'], {
      of: 'of a teacher',
      params: (world) => ({ ...copied(world), file: 'target.png' }),
    }),
  ],

  'GET /studio': [
    ...signedIn(),
    ...Object.keys(PICTURE_KINDS).flatMap((kind) =>
      signedIn({
        of: `settings of ${kind}`,
        query: ({ pictures }) => `from=${pictures[kind as PictureKind].pictureId}`,
      }),
    ),
    ...Object.keys(PICTURE_KINDS).flatMap((kind) =>
      signedIn({
        of: `a start from ${kind}`,
        query: ({ pictures }) => `start=${pictures[kind as PictureKind].pictureId}`,
      }),
    ),
  ],
  'POST /studio': [
    ...signedIn({ form: () => ({ prompt: 'a red house' }) }),
    ...only(OWN, {
      of: 'the mask of an upload',
      others: 'refused',
      form: ({ pictures }) => ({
        prompt: 'a red house',
        startPictureId: pictures.upload.pictureId,
        mask: `generation:${pictures.upload.generationId}`,
      }),
    }),
  ],
  'POST /studio/live': signedIn({ form: () => ({ prompt: 'a red house' }) }),
  'POST /studio/tokens': signedIn({
    form: () => ({ prompt: 'a red house', dialect: 'classroom', modelId: 'starter' }),
  }),
  'POST /studio/view': signedIn({ form: () => ({ view: 'everything' }) }),
  'POST /uploads': signedIn({ file: A_PICTURE }),
  'POST /read-picture-settings': signedIn({ file: A_PICTURE }),
  'POST /grids': signedIn({
    form: () => ({ prompt: 'a red house', columnField: 'steps', columnText: '5, 10' }),
  }),
  'GET /grids/:gridId': only(OWN, { params: ({ gridId }) => ({ gridId }) }),
  'GET /live': signedIn(),

  'GET /gallery': [...signedIn(), ...signedIn({ of: 'the class', query: () => 'shelf=class' })],
  'GET /pictures/:pictureId': rows({ ...bytes, held: OWN }, picture),
  'GET /pictures/:pictureId/image': rows(bytes, picture),
  'GET /pictures/:pictureId/parts/:part': rows(bytes, (world, kind) => ({
    ...picture(world, kind),
    part: 'depth',
  })),
  'GET /pictures/:pictureId/heatmaps/:word': rows({ ...bytes, upload: [] }, (world, kind) => ({
    ...picture(world, kind),
    word: '0',
  })),
  'GET /pictures/:pictureId/thumbnail': rows(bytes, picture),
  'GET /pictures/:pictureId/download': rows(bytes, picture),
  'POST /pictures/:pictureId': [
    ...rows({ approved: ['maker'], held: [], upload: ['maker'] }, picture, {
      form: () => ({ intent: 'remove' }),
      inArchive: ['maker'],
    }),
    ...rows({ approved: OWN, held: ['teacher'], upload: OWN }, picture, {
      form: () => ({ intent: 'alt', alt: 'A house' }),
      inArchive: ['maker'],
    }),
    ...rows({ approved: [...CLASS, 'teacher'], held: [] }, picture, {
      form: () => ({ intent: 'flag', reason: 'no' }),
    }),
    ...rows({ approved: [...CLASS, 'teacher'], held: [], upload: OWN }, picture, {
      form: () => ({ intent: 'enlarge', scale: '2' }),
    }),
  ],
  'GET /games': signedIn(),
  'GET /games/:game': [
    ...signedIn({ params: () => ({ game: 'prompt' }) }),
    ...only([...CLASS, 'teacher'], {
      of: 'of a class',
      params: () => ({ game: 'prompt' }),
      query: ({ classId }) => `class=${classId}`,
      inArchive: [],
    }),
    ...only([...CLASS, 'teacher'], {
      of: 'with its weights',
      params: () => ({ game: 'weight' }),
      query: ({ classId, pictures }) => `class=${classId}&round=${pictures.approved.pictureId}`,
      inArchive: [],
    }),
  ],
  // There is nothing to guess of a class with one prompt on its wall: the round is over for everybody.
  'POST /games/:game': refused(
    { round: NOBODY, choice: NOBODY },
    { params: () => ({ game: 'prompt' }) },
  ),
  'GET /compare/weights': [
    ...signedIn(),
    ...only([...CLASS, 'teacher'], {
      of: 'of a class',
      query: ({ classId }) => `class=${classId}`,
      inArchive: [],
    }),
  ],
  'GET /heatmaps': Object.entries(bytes).flatMap(([kind, allowed]) =>
    only(allowed, { of: kind, query: (world) => `picture=${pictureOf(world, kind)}` }),
  ),
  'POST /heatmaps': Object.entries({ ...bytes, upload: [] }).flatMap(([kind, allowed]) =>
    only(allowed, { of: kind, form: (world) => ({ picture: pictureOf(world, kind) }) }),
  ),
  'GET /generations': [
    ...signedIn({
      query: ({ pictures }) =>
        Object.values(pictures)
          .map(({ generationId }) => `id=${generationId}`)
          .join('&'),
    }),
  ],
  'GET /generations/:generationId': rows(
    { approved: OWN, held: OWN, blocked: OWN, waiting: OWN, running: OWN, failed: OWN },
    generation,
  ),
  'POST /generations/:generationId': [
    ...rows({ failed: ['maker'] }, generation, {
      form: () => ({ intent: 'repeat' }),
      others: 'nothing',
    }),
    ...rows({ blocked: ['maker'] }, generation, {
      form: () => ({ intent: 'review' }),
      inArchive: ['maker'],
    }),
    ...rows({ waiting: ['maker'] }, generation, {
      form: () => ({ intent: 'cancel' }),
      inArchive: ['maker'],
      others: 'nothing',
    }),
  ],
  'GET /generations/:generationId/preview': rows({ running: OWN }, generation),
  'GET /generations/:generationId/mask': rows(
    { ...bytes, held: OWN, blocked: ['maker'], removed: OWN },
    generation,
  ),
  'GET /generations/:generationId/control': rows(
    { ...bytes, held: OWN, blocked: ['maker'], removed: OWN },
    generation,
  ),

  'GET /assignments': signedIn(),
  'GET /assignments/:assignmentId': [
    ...only(CLASS, { params: assignment('open') }),
    ...only([], { of: 'kept', params: assignment('kept') }),
    ...only(['maker'], { of: 'a group', params: assignment('grouped') }),
  ],
  'POST /assignments/:assignmentId': [
    ...only(CLASS.toReversed(), {
      params: assignment('open'),
      form: () => ({ intent: 'save', text: 'mine', draftRevision: '0' }),
    }),
    ...only([], {
      of: 'kept',
      params: assignment('kept'),
      form: () => ({ intent: 'save', text: 'mine', draftRevision: '0' }),
    }),
    ...only(['maker'], {
      of: 'taking back',
      params: assignment('open'),
      others: 'refused',
      form: () => ({ intent: 'take-back', from: 'turnedIn' }),
    }),
  ],
  'GET /assignments/:assignmentId/peers': only(['classmate'], { params: assignment('peers') }),
  'POST /assignments/:assignmentId/peers': only(['classmate'], {
    params: assignment('peers'),
    form: ({ reviewId, peerCriterionId, peerLevelId }) => ({
      reviewId,
      [`levels.${peerCriterionId}`]: peerLevelId,
      comment: 'I like the colours. Try another seed.',
    }),
  }),

  'GET /programs/webhooks': signedIn(),
  'POST /programs/webhooks': signedIn({
    form: () => ({ intent: 'create', url: 'https://example.org/told' }),
  }),
};

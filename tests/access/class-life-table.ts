import { only, rows, signedIn } from './expectation.ts';
import type { Expectation } from './expectation.ts';
import type { PersonName } from './secrets.ts';
import type { World } from './world.ts';

const CLASS: PersonName[] = ['maker', 'classmate'];
const WITH_TEACHER: PersonName[] = [...CLASS, 'teacher'];
const TEACHER: PersonName[] = ['teacher'];
const TEACHERS: PersonName[] = ['teacher', 'foreignTeacher', 'admin'];

const inClass = ({ classId }: World) => ({ classId });
const ofExercise = ({ classId, exerciseId }: World) => ({ classId, exerciseId });
const beside = (world: World, kind: keyof World['pictures']) =>
  `picture=${world.pictures.approved.pictureId}&picture=${world.pictures[kind].pictureId}`;
const compared = (kind: keyof World['pictures'], allowed: PersonName[]) =>
  only(allowed, { of: `one beside ${kind}`, query: (world) => beside(world, kind) });
const votes = ({ pictures }: World) => ({
  question: 'Which is bolder?',
  pictures: [pictures.approved, pictures.live, pictures.leavers].map(({ pictureId }) => pictureId),
});

/** The addresses of what a class does with its pictures. */
export const classLifeTable: Record<string, Expectation[]> = {
  'GET /exercises': signedIn(),
  'GET /exercises/:exerciseId': only(CLASS, { params: ofExercise, inArchive: [] }),
  'POST /exercises/:exerciseId': only(['classmate'], {
    params: ofExercise,
    form: ({ openPairId }) => ({ intent: 'judge', judgementId: openPairId, verdict: 'tie' }),
  }),
  'GET /classes/:classId/exercises': only(TEACHER, { params: inClass }),
  'GET /classes/:classId/exercises/new': only(TEACHER, { params: inClass }),
  'POST /classes/:classId/exercises/new': only(TEACHER, { params: inClass, form: votes }),
  'GET /classes/:classId/exercises/:exerciseId': only(TEACHER, { params: ofExercise }),
  'POST /classes/:classId/exercises/:exerciseId': only(TEACHER, {
    params: ofExercise,
    form: () => ({ intent: 'close' }),
  }),

  'GET /portfolio': signedIn(),
  'POST /portfolio': [
    ...signedIn({
      asks: ['maker', 'anonymous'],
      form: () => ({ intent: 'save', title: 'My best', draftRevision: '0' }),
    }),
    ...only(['maker'], {
      of: 'a picture more',
      form: ({ pictures }) => ({ intent: 'add', pictureId: pictures.live.pictureId }),
    }),
  ],
  'GET /portfolios/:portfolioId': rows(
    { handedIn: ['maker', 'teacher'], kept: ['classmate'] },
    (world, row) => ({ portfolioId: world.portfolios[row] }),
  ),
  'GET /classes/:classId/portfolios': only(TEACHER, { params: inClass }),

  'GET /compare': [
    ...signedIn(),
    ...compared('live', WITH_TEACHER),
    ...compared('leavers', WITH_TEACHER),
    ...compared('held', TEACHER),
    ...compared('removed', TEACHER),
    ...compared('upload', ['maker', 'teacher']),
    ...signedIn({
      of: 'choosing more than one',
      query: (world) => `${beside(world, 'held')}&choose=yes&shelf=class`,
    }),
  ],
  'GET /history': signedIn(),
  'GET /notices': signedIn(),

  'GET /moderation': only(TEACHERS, { isOwn: true }),
  'GET /classes/:classId/requests': only(TEACHER, { params: inClass }),
  'POST /classes/:classId/requests': [
    ...only(TEACHER, {
      of: 'a yes',
      params: inClass,
      form: ({ requestId }) => ({ intent: 'approve', requestId }),
    }),
    ...only(TEACHER, {
      of: 'a no',
      params: inClass,
      form: ({ requestId }) => ({ intent: 'refuse', requestId, reason: 'Not yet.' }),
    }),
  ],
  'GET /classes/:classId/rules': only(TEACHER, { params: inClass }),
  'POST /classes/:classId/rules': only(TEACHER, {
    params: inClass,
    form: () => ({ intent: 'save', strictness: 'strict' }),
  }),
  'GET /classes/:classId/wall': only(TEACHER, { params: inClass }),
  'POST /classes/:classId/wall': [
    ...only(TEACHER, { of: 'a pause', params: inClass, form: () => ({ intent: 'pause' }) }),
    ...only(TEACHER, {
      of: 'a spotlight',
      params: inClass,
      form: ({ pictures }) => ({ intent: 'spotlight', pictureId: pictures.live.pictureId }),
    }),
  ],
  'GET /classes/:classId/presenter': only(TEACHER, { params: inClass }),
  'POST /classes/:classId/programs': only(TEACHER, {
    params: inClass,
    form: () => ({ intent: 'off' }),
  }),
};

import { only, rows, signedIn } from './expectation.ts';
import type { Expectation } from './expectation.ts';
import type { PersonName } from './secrets.ts';
import type { World } from './world.ts';

const WITH_TEACHER: PersonName[] = ['maker', 'classmate', 'teacher'];
const inClass = ({ classId }: World) => ({ classId });
const ofKept = ({ collections }: World) => ({ collectionId: collections.kept });
const ofApproved = ({ pictures }: World) => ({ pictureId: pictures.approved.pictureId });
const kept = (intent: string, allowed: PersonName[], fields = {}) =>
  only(allowed, { of: intent, params: ofKept, form: () => ({ intent, ...fields }) });
const written = (intent: string, allowed: PersonName[]) =>
  only(allowed, {
    of: intent,
    params: ofApproved,
    form: ({ comments }) => ({ intent, commentId: comments.shown }),
  });

/** The addresses of collections, kind words and comments. */
export const sharedTable: Record<string, Expectation[]> = {
  'GET /collections': signedIn(),
  'POST /collections': signedIn({ form: () => ({ name: 'Sea' }) }),
  'GET /collections/:collectionId': rows(
    { kept: ['classmate', 'teacher'], hung: WITH_TEACHER },
    ({ collections }, row) => ({ collectionId: collections[row] }),
  ),
  'POST /collections/:collectionId': [
    ...kept('rename', ['classmate'], { name: 'Lake' }),
    ...only(['classmate'], {
      of: 'a picture more',
      params: ofKept,
      form: ({ pictures }) => ({ intent: 'add', pictureId: pictures.live.pictureId }),
    }),
    ...only([], {
      of: 'a picture that is held',
      params: ofKept,
      form: ({ pictures }) => ({ intent: 'add', pictureId: pictures.held.pictureId }),
    }),
    ...only(['classmate'], {
      of: 'a picture less',
      params: ofKept,
      form: ({ pictures }) => ({ intent: 'take-out', pictureId: pictures.approved.pictureId }),
    }),
    ...kept('approve', ['teacher']),
    ...kept('refuse', ['teacher']),
    ...kept('take-down', ['classmate', 'teacher']),
    ...kept('hang', ['classmate']),
    ...kept('delete', ['classmate']),
  ],
  'POST /pictures/:pictureId/reactions': only(['classmate', 'teacher'], {
    params: ofApproved,
    form: () => ({ intent: 'say', kind: 'story' }),
  }),
  'POST /pictures/:pictureId/comments': [
    ...only(WITH_TEACHER, {
      of: 'a comment',
      params: ofApproved,
      form: () => ({ intent: 'write', text: 'The light is good.' }),
    }),
    ...written('remove', ['classmate', 'teacher']),
    ...written('undo', []),
    ...written('report', ['maker', 'teacher']),
  ],
  'POST /classes/:classId/comments': only(['teacher'], {
    params: inClass,
    form: () => ({ intent: 'off' }),
  }),
  'POST /classes/:classId/comment-decisions': only(['teacher'], {
    params: inClass,
    form: ({ comments }) => ({ commentId: comments.reported, decision: 'keep' }),
  }),
};

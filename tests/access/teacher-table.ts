import { anyone, only, refused } from './expectation.ts';
import type { Expectation, Fields } from './expectation.ts';
import type { World } from './world.ts';

const TEACHER = ['teacher'] as const;
/** Whoever may teach, each with what is theirs. */
const TEACHERS = ['teacher', 'foreignTeacher', 'admin'] as const;

/** A student's data is looked after by their teacher, and by the school. */
const KEEPERS = ['teacher', 'admin'] as const;

const ofMaker = ({ ids }: World) => ({ studentId: ids.maker });
const inClass = ({ classId }: World) => ({ classId });
const ofCopy = ({ copyId }: World) => ({ copyId });
const ofAssignment = (of: keyof World['assignments']) => (world: World) => ({
  classId: world.classId,
  assignmentId: world.assignments[of],
});
const ofSubmission = ({ classId, submissions }: World) => ({
  classId,
  submissionId: submissions.turnedIn,
});
const teach = (form: (world: World) => Fields, of?: string) =>
  only(TEACHER, { params: inClass, form, ...(of && { of }) });
const grade = (of: string, form: (world: World) => Fields) =>
  only(TEACHER, { of, params: ofSubmission, form });

const ASSIGNMENT_FORM = { title: 'Another', intent: 'release', pictures: '0', words: '5' };

/** The addresses of a teacher's own classes. */
export const teacherTable: Record<string, Expectation[]> = {
  'GET /classes': only(['teacher', 'foreignTeacher', 'admin'], { isOwn: true }),
  'POST /classes': only(['teacher', 'foreignTeacher', 'admin'], {
    isOwn: true,
    form: () => ({ name: 'New class' }),
  }),
  'GET /my-lessons': only(TEACHERS, { isOwn: true }),
  'POST /my-lessons': only(TEACHERS, { isOwn: true, form: () => ({ slug: 'be-specific' }) }),
  'GET /my-lessons/:copyId': only(TEACHER, { params: ofCopy }),
  'POST /my-lessons/:copyId': [
    ...only(TEACHER, {
      of: 'a draft',
      params: ofCopy,
      form: () => ({ intent: 'save', draftRevision: '0', text: 'Not a lesson yet' }),
    }),
    ...only(TEACHER, {
      of: 'its class',
      params: ofCopy,
      form: ({ classId }) => ({ intent: 'give', classId }),
    }),
    ...only(TEACHER, {
      of: 'its class no more',
      params: ofCopy,
      form: ({ classId }) => ({ intent: 'take', classId }),
    }),
  ],
  'GET /classes/:classId': only(TEACHER, { params: inClass }),
  'POST /classes/:classId/archive': teach(() => ({ intent: 'archive' })),
  'POST /classes/:classId/decisions': teach(({ pictures }) => ({
    generationId: pictures.held.generationId,
    decision: 'approve',
  })),
  'GET /classes/:classId/gradebook.csv': only(TEACHER, { params: inClass }),
  'GET /classes/:classId/gradebook': only(TEACHER, { params: inClass }),
  'GET /classes/:classId/join-cards': [
    ...only(TEACHER, { params: inClass }),
    ...only(TEACHER, { of: 'a card each', params: inClass, query: () => 'kind=students' }),
  ],
  'GET /classes/:classId/limits': only(TEACHER, { params: inClass }),
  'POST /classes/:classId/limits': teach(() => ({ modelIds: ['starter'], picturesAnHour: '30' })),
  'POST /classes/:classId/keeping': only(TEACHER, {
    params: inClass,
    form: () => ({ keep: '180' }),
  }),
  'POST /classes/:classId/join-code': teach(() => ({ intent: 'lock' })),
  'GET /classes/:classId/log.zip': only(TEACHER, { params: inClass }),
  'GET /classes/:classId/log': only(TEACHER, { params: inClass }),
  'POST /classes/:classId/students': [
    ...teach(({ ids }) => ({ intent: 'reset-sign-in', studentId: ids.maker }), 'a sign-in'),
    ...teach(({ ids }) => ({ intent: 'remove', studentId: ids.maker }), 'a removal'),
  ],
  'POST /classes/:classId/teachers': teach(() => ({})),
  'GET /classes/:classId/assignments': only(TEACHER, { params: inClass }),
  'GET /classes/:classId/assignments/new': only(TEACHER, { params: inClass }),
  'POST /classes/:classId/assignments/new': teach(() => ASSIGNMENT_FORM),
  'GET /classes/:classId/assignments/:assignmentId': only(TEACHER, {
    params: ofAssignment('open'),
  }),
  'POST /classes/:classId/assignments/:assignmentId': only(TEACHER, {
    params: ofAssignment('open'),
    form: () => ({ intent: 'return-all' }),
  }),
  'GET /classes/:classId/assignments/:assignmentId/edit': only(TEACHER, {
    params: ofAssignment('kept'),
  }),
  'POST /classes/:classId/assignments/:assignmentId/edit': only(TEACHER, {
    params: ofAssignment('kept'),
    form: () => ({ ...ASSIGNMENT_FORM, revision: '1' }),
  }),
  'GET /classes/:classId/assignments/:assignmentId/review': only(TEACHER, {
    params: ofAssignment('open'),
  }),
  'GET /classes/:classId/assignments/:assignmentId/rubric': only(TEACHER, {
    params: ofAssignment('open'),
  }),
  'POST /classes/:classId/assignments/:assignmentId/rubric': only(TEACHER, {
    params: ofAssignment('kept'),
    form: () => ({ revision: '1' }),
  }),
  'POST /classes/:classId/comment-bank': [
    ...teach(() => ({ text: 'Look at the light.' })),
    ...teach(({ savedCommentId }) => ({ forget: savedCommentId }), 'to forget'),
  ],
  'GET /classes/:classId/groups': only(TEACHER, { params: inClass }),
  'POST /classes/:classId/groups': [
    ...teach(() => ({ intent: 'make', name: 'Owls' })),
    ...teach(({ emptyGroupId }) => ({ intent: 'remove', groupId: emptyGroupId }), 'a removal'),
  ],
  'GET /classes/:classId/invitation': anyone({ params: inClass, query: () => 'token=wrong' }),
  'POST /classes/:classId/invitation': refused({ token: 'wrong' }, { params: inClass }),
  'GET /classes/:classId/roster': only(TEACHER, { params: inClass }),
  'POST /classes/:classId/roster': teach(() => ({ intent: 'import', roster: 'Ada New' })),
  'GET /classes/:classId/submissions/:submissionId': only(TEACHER, { params: ofSubmission }),
  'POST /classes/:classId/submissions/:submissionId': [
    ...grade('a mark', ({ criterionId, levelId }) => ({
      intent: 'level',
      revision: '0',
      criterionId,
      levelId,
    })),
    ...grade('a return', () => ({ intent: 'return', revision: '0' })),
    ...grade('a comment', () => ({ intent: 'comment', text: 'Look here.' })),
    ...grade('a comment’s end', ({ commentId }) => ({ intent: 'remove-comment', commentId })),
  ],
  'GET /students/:studentId': only(KEEPERS, { params: ofMaker }),
  'POST /students/:studentId': only(KEEPERS, {
    params: ofMaker,
    form: ({ makerUsername }) => ({ username: makerUsername }),
    inArchive: ['admin'],
  }),
  'GET /students/:studentId/data.zip': only(KEEPERS, {
    params: ofMaker,
    readsAs: { teacher: 'maker', admin: 'maker' },
  }),
};

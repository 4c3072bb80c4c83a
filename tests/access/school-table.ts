import { anyone, only, refused } from './expectation.ts';
import type { Expectation } from './expectation.ts';

const ofAdmin = (more: Parameters<typeof only>[1] = {}) =>
  only(['admin'], { isOwn: true, ofTheSchool: true, ...more });
const anInvitation = () => ({ invitationId: 'none' });

/** The addresses of the school's admin. */
export const schoolTable: Record<string, Expectation[]> = {
  'GET /school': ofAdmin(),
  'GET /school/rules': ofAdmin(),
  'POST /school/rules': ofAdmin({ form: () => ({ strictness: 'standard', pictures: 'eased' }) }),
  'GET /school/audit': ofAdmin(),
  'GET /school/audit/chain': ofAdmin(),
  'POST /school/invitations': [
    ...ofAdmin({ of: 'an invitation', form: () => ({ intent: 'invite' }) }),
    ...ofAdmin({
      of: 'taking one back',
      form: ({ classId }) => ({ intent: 'take-back', purpose: `teach:${classId}` }),
    }),
  ],
  'GET /invitations/:invitationId': anyone({ params: anInvitation, query: () => 'token=wrong' }),
  'POST /invitations/:invitationId': refused({ token: 'wrong' }, { params: anInvitation }),
};

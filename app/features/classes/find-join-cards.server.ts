import type { Class } from '#prisma/generated/client.ts';
import { findOrigin } from '#app/features/api/find-origin.server.ts';
import { drawQrCode } from './draw-qr-code.server.ts';
import { formatCode } from './join-code.ts';
import type { JoinCardsChoice } from './join-cards-choice.ts';
import { listRoster } from './list-roster.server.ts';

const ONLY_HERE = new Set(['localhost', '127.0.0.1', '[::1]']);

/** What is printed for a class: cards to join with, or one for each student to sign in with. */
export async function findJoinCards(options: {
  request: Request;
  class: Class;
  choice: JoinCardsChoice;
}) {
  const { request, class: found, choice } = options;
  const origin = findOrigin(request);
  const students = choice.kind === 'students' ? await listRoster({ classId: found.id }) : [];
  const page = choice.kind === 'students' ? '/sign-in' : '/join';
  const target = choice.kind === 'students' ? page : `${page}?code=${found.joinCode}`;
  const { joinLocked, joinExpiresAt, archivedAt } = found;
  const hasRunOut = joinExpiresAt !== null && joinExpiresAt <= new Date();
  return {
    classId: found.id,
    className: found.name,
    choice,
    code: formatCode(found.joinCode),
    isOpen: !joinLocked && !hasRunOut && archivedAt === null,
    /** As it is typed. */
    address: `${new URL(origin).host}${page}`,
    /** Whether other computers can't reach that address. */
    isOnlyHere: ONLY_HERE.has(new URL(origin).hostname),
    qrCode: drawQrCode(origin + target),
    students: students.map(({ id, displayName, username }) => ({ id, displayName, username })),
  };
}

export type JoinCards = Awaited<ReturnType<typeof findJoinCards>>;

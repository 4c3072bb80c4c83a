import type { TFunction } from 'i18next';
import type { AuditLine } from './list-audit.server.ts';

/** What each action was, by whom, and to whom where that is a person. */
const DONE: Record<string, string> = {
  'admin.created': '{{actor}} made the first account',
  'assignment.created': '{{actor}} made an assignment',
  'assignment.edited': '{{actor}} changed an assignment',
  'assignment.removed': '{{actor}} removed an assignment',
  'class.archived': '{{actor}} archived the class',
  'class.created': '{{actor}} made the class',
  'class.reopened': '{{actor}} opened the class again',
  'comment.removed': '{{actor}} removed a comment',
  'comment.reported': '{{actor}} reported a comment',
  'comment.kept': '{{actor}} looked at a reported comment and kept it',
  'concept.deleted': '{{actor}} deleted a word or style',
  'concept.shared': '{{actor}} shared a word or style with the class',
  'concept.unshared': '{{actor}} took a word or style back from the class',
  'exercise.closed': '{{actor}} closed a question of blind pairs',
  'exercise.created': '{{actor}} asked a question of blind pairs',
  'exercise.opened': '{{actor}} opened a question of blind pairs again',
  'extension.ended': '{{actor}} took back a student’s longer time',
  'extension.granted': '{{actor}} gave a student longer time',
  'gallery.approved': '{{actor}} let a picture hang in a gallery',
  'gallery.asked': '{{actor}} asked for a picture to hang in a gallery',
  'gallery.refused': '{{actor}} said “not yet” to a picture for a gallery',
  'gallery.taken-down': '{{actor}} took a picture down',
  'join-code.lock': '{{actor}} locked the class’s code',
  'join-code.new': '{{actor}} made a new code for the class',
  'join-code.unlock': '{{actor}} unlocked the class’s code',
  'peer-review.dealt': '{{actor}} dealt works for students to review',
  'picture.flagged': '{{actor}} said that a picture should not be here',
  'picture.removed': '{{actor}} removed a picture',
  'programs.off': '{{actor}} switched programs off',
  'programs.on': '{{actor}} switched programs on',
  'render.created': '{{actor}} made automatic pictures',
  'review.asked': '{{actor}} asked for a refusal to be looked at',
  'roster.imported': '{{actor}} added students from a list',
  'rubric.saved': '{{actor}} changed a rubric',
  'rules.saved': '{{actor}} changed what is blocked and held',
  'school.rules-saved': '{{actor}} changed the rules of the school',
  'sign-in.reset': '{{actor}} reset the sign-in of {{subject}}',
  'student.deleted': '{{actor}} deleted a student and all of their work',
  'student.exported': '{{actor}} took along all data of {{subject}}',
  'student.removed': '{{actor}} removed {{subject}} from the class',
  'submission.returned': '{{actor}} returned a graded work',
  'teacher.invited': '{{actor}} invited a teacher',
  'teacher.joined': '{{actor}} joined as a teacher',
  'teacher.uninvited': '{{actor}} took an invitation of a teacher back',
  'token.created': '{{actor}} made a token for a program',
  'token.revoked': '{{actor}} took a program’s token back',
  'verdict.approve': '{{actor}} approved a picture or a prompt',
  'verdict.keep-held': '{{actor}} kept a picture held, or a prompt blocked',
  'verdict.remove': '{{actor}} removed a picture after looking at it',
  'wall.go-on': '{{actor}} let the class go on',
  'wall.pause': '{{actor}} paused the class',
  'wall.spotlight': '{{actor}} put a picture before the class',
  'wall.spotlight-off': '{{actor}} took the picture before the class away',
  'webhook.created': '{{actor}} made a webhook',
};

/** One entry as a sentence in the reader's language. */
export function describeEntry(t: TFunction, { actor, action, subject }: AuditLine): string {
  const people = { actor: actor ?? 'Easel', subject: subject ?? t('a student') };
  const sentence = DONE[action];
  return sentence ? t(sentence, people) : `${people.actor}: ${action}`;
}

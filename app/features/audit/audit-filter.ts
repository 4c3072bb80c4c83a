import { z } from 'zod';
import { dayField } from '#app/features/galleries/gallery-filter.ts';

/** What the log's entries are about: the part of an action before its dot. */
export const AUDIT_KINDS = {
  class: 'Classes',
  student: 'Students',
  teacher: 'Teachers',
  'sign-in': 'Sign-ins',
  assignment: 'Assignments',
  submission: 'Grades',
  verdict: 'Decisions on pictures',
  picture: 'Pictures',
  gallery: 'Galleries',
  comment: 'Comments',
  rules: 'Rules of classes',
  school: 'Rules of the school',
  wall: 'Live wall',
  token: 'Programs',
} as const;
export type AuditKind = keyof typeof AUDIT_KINDS;
const kinds = Object.keys(AUDIT_KINDS) as [AuditKind, ...AuditKind[]];

/** What the page of the audit log shows, from its address; what is wrong there counts as not set. */
export const auditFilterSchema = z.object({
  person: z.string().trim().min(1).max(100).optional().catch(undefined),
  kind: z.enum(kinds).optional().catch(undefined),
  from: dayField,
  to: dayField,
  /** The number of the entry that the page before ended with. */
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .transform(BigInt)
    .optional()
    .catch(undefined),
});
export type AuditFilter = z.output<typeof auditFilterSchema>;

/** The address of the same choice, from the entry before this one on. */
export function auditAddress({ person, kind, from, to }: AuditFilter, before?: string): string {
  const set = Object.entries({ person, kind, from, to, before }).filter(([, value]) => value);
  return `/school/audit?${new URLSearchParams(set as [string, string][])}`;
}

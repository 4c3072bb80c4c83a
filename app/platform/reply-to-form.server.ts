import type { Submission, SubmissionResult } from '@conform-to/react';
import { data } from '@remix-run/node';
import { TooManyTriesError } from './rate-limit.server.ts';
import { UserError } from './user-error.ts';

/** Fields that are never sent back to the page. */
const SECRET_FIELDS = ['password', 'token', 'code'];

interface FormErrors {
  formErrors?: string[];
  fieldErrors?: Record<string, string[]>;
}

/** Answers a form that did not pass its schema. */
export function replyInvalid<T>(submission: Submission<T>) {
  return data(reply(submission), { status: 400 });
}

/** Answers a form with the sentence of an expected failure; any other error is thrown on. */
export function replyFault<T>(submission: Submission<T>, error: unknown) {
  if (!(error instanceof UserError)) throw error;
  const { field, message, status } = error;
  const errors = field ? { fieldErrors: { [field]: [message] } } : { formErrors: [message] };
  const headers: Record<string, string> =
    error instanceof TooManyTriesError ? { 'Retry-After': String(error.retryAfterS) } : {};
  return data(reply(submission, errors), { status, headers });
}

function reply<T>(submission: Submission<T>, errors: FormErrors = {}): SubmissionResult {
  return submission.reply({ ...errors, hideFields: SECRET_FIELDS } as never) as SubmissionResult;
}

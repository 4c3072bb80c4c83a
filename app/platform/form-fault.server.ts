import type { Submission, SubmissionResult } from '@conform-to/react';
import { data } from '@remix-run/node';
import { TooManyTriesError } from './rate-limit.server.ts';

/** A form that can't be done as it was sent: a sentence for the person, and the field that it is about. */
export class FormFault extends Error {
  readonly field: string | null;

  constructor(field: string | null, sentence: string) {
    super(sentence);
    this.name = 'FormFault';
    this.field = field;
  }
}

/** Fields that are never sent back to the page. */
const SECRET_FIELDS = ['password', 'token', 'code'];

/** Answers a form that did not pass its schema. */
export function replyInvalid<T>(submission: Submission<T>) {
  return data(reply(submission), { status: 400 });
}

/** Answers a form with the sentence of an expected failure; any other error is thrown on. */
export function replyFault<T>(submission: Submission<T>, error: unknown) {
  if (error instanceof TooManyTriesError) {
    return data(reply(submission, { formErrors: [error.message] }), {
      status: 429,
      headers: { 'Retry-After': String(error.retryAfterS) },
    });
  }
  if (!(error instanceof FormFault)) throw error;
  const { field, message } = error;
  const errors = field ? { fieldErrors: { [field]: [message] } } : { formErrors: [message] };
  return data(reply(submission, errors), { status: 400 });
}

function reply<T>(
  submission: Submission<T>,
  errors: { formErrors?: string[]; fieldErrors?: Record<string, string[]> } = {},
): SubmissionResult {
  const hideFields = SECRET_FIELDS as never[];
  return submission.reply({ ...errors, hideFields } as never) as SubmissionResult;
}

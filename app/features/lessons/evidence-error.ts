import { UserError } from '#app/platform/user-error.ts';

export type EvidenceFault =
  | 'out-of-order'
  | 'already-answered'
  | 'replayed-form'
  | 'prediction-too-late'
  | 'not-yours-to-change'
  | 'too-few-pictures'
  | 'not-closer'
  | 'nothing-changed'
  | 'two-fields-changed'
  | 'wrong-field-changed'
  | 'other-seeds'
  | 'changed-outside'
  | 'other-hashes'
  | 'not-your-picture'
  | 'empty-claim'
  | 'wrong-answer'
  | 'incomplete';

/** Why the server does not take an answer as evidence, in a sentence that says what to do next. */
export class EvidenceError extends UserError {
  readonly fault: EvidenceFault;

  constructor(fault: EvidenceFault, message: string, field?: string) {
    super(message, { field });
    this.name = 'EvidenceError';
    this.fault = fault;
  }
}

/**
 * An expected failure with a sentence for the person in front of the page. `field` names the part of the
 * form that is at fault; `status` is the HTTP status that a page answers with.
 */
export class UserError extends Error {
  readonly field: string | undefined;
  readonly status: number;

  constructor(message: string, { field, status = 400 }: { field?: string; status?: number } = {}) {
    super(message);
    this.name = 'UserError';
    this.field = field;
    this.status = status;
  }
}

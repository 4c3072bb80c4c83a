import { UserError } from '#app/platform/user-error.ts';

/** Somebody else has changed what a form was drawn with; nothing was overwritten. */
export class ConflictError extends UserError {
  constructor(message: string) {
    super(message, { status: 409 });
    this.name = 'ConflictError';
  }
}

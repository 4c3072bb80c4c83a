import type { ZodError } from 'zod';
import { UserError } from '#app/platform/user-error.ts';

export interface FieldFault {
  /** Where in the request: `prompt`, `requests.2.steps`. */
  field: string;
  message: string;
}

/** A request whose fields are wrong, each named. */
export class BadRequest extends UserError {
  readonly faults: FieldFault[];

  constructor(faults: FieldFault[]) {
    const [first] = faults;
    super(first ? `${first.field}: ${first.message}` : 'The request is wrong.', {
      field: first?.field,
    });
    this.name = 'BadRequest';
    this.faults = faults;
  }
}

/** The faults that a schema found, under `prefix` where the checked value is a part of the request. */
export function faultsOf(error: ZodError, prefix: (string | number)[] = []): FieldFault[] {
  return error.issues.flatMap((issue) => {
    const path = [...prefix, ...issue.path];
    if (issue.code !== 'unrecognized_keys')
      return [{ field: path.join('.'), message: issue.message }];
    return issue.keys.map((key) => ({
      field: [...path, key].join('.'),
      message: 'There is no such field.',
    }));
  });
}

/**
 * An expected failure of the engine. `message` is a sentence that a student or a teacher understands;
 * `field` names the part of the request, or the file of the model folder, that is at fault.
 */
export class EngineError extends Error {
  readonly code: EngineErrorCode;
  readonly field: string | undefined;

  constructor(code: EngineErrorCode, message: string, field?: string) {
    super(message);
    this.name = 'EngineError';
    this.code = code;
    this.field = field;
  }
}

export type EngineErrorCode =
  'bad-request' | 'bad-model' | 'model-missing' | 'device-missing' | 'cancelled' | 'run-failed';

/** Ends a phase as FAILED: `code` and message become its context. */
export class PhaseFailure extends Error {
  override readonly name = 'PhaseFailure';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export const yamlError = (message: string) => new PhaseFailure('YAML_FILE_ERROR', message);

export const clientError = (message: string) => new PhaseFailure('CLIENT_ERROR', message);

/** How a lifecycle event ended, in the numbers that AWS's agent sends and its service turns into `ScriptFailed` and the like. */
export const ERROR_CODES = {
  succeeded: 0,
  scriptMissing: 1,
  scriptNotExecutable: 2,
  scriptTimedOut: 3,
  scriptFailed: 4,
  unknown: 5,
  outputsLeftOpen: 6,
  agentRestarted: 7,
} as const;

export type ErrorCode = (typeof ERROR_CODES)[keyof typeof ERROR_CODES];

/** A lifecycle event that did not succeed because of a script. Any other error thrown while an event runs counts as `unknown`. */
export class EventFailure extends Error {
  override readonly name = 'EventFailure';
  readonly code: ErrorCode;
  /** Location of the script as the application specification has it; empty when no script is to blame. */
  readonly script: string;
  /** The end of what the scripts of the event wrote. */
  readonly log: string;

  constructor(code: ErrorCode, message: string, about: { script: string; log: string } = { script: '', log: '' }) {
    super(message);
    this.code = code;
    this.script = about.script;
    this.log = about.log;
  }
}

/** What is reported of a command. */
export interface Outcome {
  readonly status: 'Succeeded' | 'Failed';
  /** JSON text: error_code, script_name, message, log. */
  readonly diagnostics: string;
}

export function succeeded(note = ''): Outcome {
  return outcome('Succeeded', new EventFailure(ERROR_CODES.succeeded, `Succeeded: ${note}`));
}

export function failed(error: unknown): Outcome {
  return outcome('Failed', error instanceof EventFailure ? error : new EventFailure(ERROR_CODES.unknown, words(error)));
}

/** The agent was killed while the command ran: how far it came nobody knows. */
export function interrupted(): Outcome {
  const message = 'Failed: Failing in-progress lifecycle event after an agent restart.';
  return outcome('Failed', new EventFailure(ERROR_CODES.agentRestarted, message));
}

function outcome(status: Outcome['status'], { code, script, message, log }: EventFailure): Outcome {
  return { status, diagnostics: JSON.stringify({ error_code: code, script_name: script, message, log }) };
}

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

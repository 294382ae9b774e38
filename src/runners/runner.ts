/** Where builds run. */
export interface Runner {
  readonly name: 'docker' | 'bubblewrap' | 'process';
  /** Really runs something; `remedy` says what to do when it fails. */
  selfTest(): Promise<SelfTest>;
  /** Prepares a place for the commands of one build. Throws RunnerError with `code` (such as BUILD_CONTAINER_UNABLE_TO_PULL_IMAGE) when it cannot. */
  open(request: SandboxRequest): Promise<Sandbox>;
  /** Removes what a server that was killed left behind of the builds named (all those not in `keep`). */
  sweep(keep: ReadonlySet<string>): Promise<void>;
}

export type SelfTest =
  | { readonly ok: true; readonly note: string }
  | { readonly ok: false; readonly reason: string; readonly remedy: string };

export interface SandboxRequest {
  /** The build's uuid: opening again after a crash first removes what is left of it. */
  readonly id: string;
  readonly image: string;
  readonly privileged: boolean;
  /** Host directory with everything the build starts with; appears inside at Sandbox.directory. */
  readonly directory: string;
  readonly memoryMiB: number;
  readonly cpus: number;
  readonly pids: number;
}

export interface Sandbox {
  /** Where the request's directory is, as seen by commands. */
  readonly directory: string;
  /** Lines for the top of the build log: which runner, which limits are in force, what is not isolated. */
  readonly notes: readonly string[];
  run(command: SandboxCommand): Promise<{ readonly exitCode: number }>;
  /** Makes what commands wrote below the directory visible in the host directory (owned by us); nothing to do where it is the same. */
  collect(): Promise<void>;
  /** Kills the whole process tree and removes the place. */
  close(): Promise<void>;
}

export interface SandboxCommand {
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** As seen inside. */
  readonly cwd: string;
  /** Takes what the command prints; while it answers a promise, a command that can be made to waits with printing more. */
  readonly output: (chunk: Buffer) => unknown;
  /** Aborting kills the whole process tree of the sandbox. */
  readonly signal: AbortSignal;
}

export class RunnerError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'RunnerError';
    this.code = code;
  }
}

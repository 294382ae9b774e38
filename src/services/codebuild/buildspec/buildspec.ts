import type { CommandPhase } from '../build-facts.ts';

/** A buildspec as builds follow it. Texts are the raw text of the file: `3.10` is no number. */
export interface Buildspec {
  readonly version: '0.1' | '0.2';
  readonly shell: 'sh' | 'bash';
  readonly variables: Readonly<Record<string, string>>;
  /** Variables whose values are kept elsewhere, by what they are called there. */
  readonly storedVariables: readonly StoredVariable[];
  readonly exportedVariables: readonly string[];
  readonly phases: Readonly<Partial<Record<CommandPhase, BuildspecPhase>>>;
  readonly artifacts: ArtifactsSpec | undefined;
  readonly secondaryArtifacts: Readonly<Record<string, ArtifactsSpec>>;
  /** Lines for the log: what was not understood, and what is accepted and not done. */
  readonly remarks: readonly string[];
}

export interface StoredVariable {
  readonly name: string;
  readonly type: 'PARAMETER_STORE' | 'SECRETS_MANAGER';
  /** The name of a parameter, or a secret's reference: `secret-id:json-key:version-stage:version-id`. */
  readonly value: string;
}

export interface BuildspecPhase {
  readonly commands: readonly string[];
  readonly finally: readonly string[];
  readonly onFailure: 'ABORT' | 'CONTINUE' | undefined;
}

export interface ArtifactsSpec {
  readonly files: readonly string[];
  readonly name: string | undefined;
  readonly baseDirectory: string | undefined;
  readonly discardPaths: boolean;
  readonly excludePaths: readonly string[];
  readonly enableSymlinks: boolean;
  readonly s3Prefix: string | undefined;
}

export const COMMAND_PHASES = ['INSTALL', 'PRE_BUILD', 'BUILD', 'POST_BUILD'] as const satisfies CommandPhase[];

/** The name a phase has in the file. */
export function phaseKey(phase: CommandPhase): string {
  return phase.toLowerCase();
}

/** Commands of a phase, those of `finally` last. */
export function allCommands({ phases }: Buildspec, phase: CommandPhase): readonly string[] {
  return [...(phases[phase]?.commands ?? []), ...(phases[phase]?.finally ?? [])];
}

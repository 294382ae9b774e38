import { mkdir, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Sandbox } from '../../../runners/runner.ts';
import { allCommands, type Buildspec, COMMAND_PHASES } from '../buildspec/buildspec.ts';
import type { BuildLog } from './build-log.ts';

/**
 * How commands run: each as a script of its own, in a fresh shell. Environment and directory travel from one to the next in a
 * file: `set -a` makes every variable travel, as widely used buildspecs expect; functions, aliases and options do not.
 *
 * The user's text starts on line 4, as AWS's does, so that error messages name the same lines. A command that sets an EXIT trap
 * of its own keeps its changes of the environment to itself.
 */
/** Going to the directory must not change what `cd -` means. */
const ENTER = `. "\${0%/*}/../environment"; set -- "$1" "$OLDPWD"; cd -- "$PWD"; CODEBUILD_BUILD_SUCCEEDING=$1 OLDPWD=$2; shift 2`;
const CARRYING = [
  ENTER,
  `trap 'CODEBUILD_LAST_EXIT=$?; export CODEBUILD_LAST_EXIT PWD OLDPWD; export -p >| "\${0%/*}/../environment"' EXIT`,
  'set -a',
];
/** Version 0.1: every command begins as the first one did. */
const FRESH = [ENTER, 'export CODEBUILD_BUILD_SUCCEEDING', ':'];
const BEGIN = `export PWD; export -p >| "\${0%/*}/environment"\n`;
/** Says what the words of the arguments come to, each ended by NUL; what shells complain of comes before the first NUL. */
const EVALUATE = `. "\${0%/*}/environment" && cd -- "$PWD"; printf '\\0'; for word; do eval "printf '%s\\\\0' \\"$word\\""; done\n`;

const SCRIPTS = 'run';
const SUCCEEDING = { yes: '1', no: '0' } as const;

/** Writes a script per command, where the build will find them. */
export async function writeScripts(inside: string, buildspec: Buildspec): Promise<void> {
  const directory = join(inside, SCRIPTS);
  await mkdir(directory);
  await writeFile(join(directory, 'begin.sh'), BEGIN);
  await writeFile(join(directory, 'evaluate.sh'), EVALUATE);
  const prologue = buildspec.version === '0.1' ? FRESH : CARRYING;
  for (const [index, text] of COMMAND_PHASES.flatMap((phase) => allCommands(buildspec, phase)).entries()) {
    await mkdir(join(directory, String(index)));
    await writeFile(join(directory, String(index), 'script.sh'), `${[...prologue, text].join('\n')}\n`);
  }
}

export interface ShellParts {
  readonly sandbox: Sandbox;
  readonly shell: Buildspec['shell'];
  readonly log: BuildLog;
  readonly signal: AbortSignal;
}

export class Shell {
  readonly #parts: ShellParts;

  constructor(parts: ShellParts) {
    this.#parts = parts;
  }

  /** Gives the first command its environment and directory. */
  async begin(environment: Readonly<Record<string, string>>, directory: string): Promise<number> {
    const cwd = posix.join(this.#parts.sandbox.directory, directory);
    return this.#run({
      script: 'begin.sh',
      words: [],
      environment,
      cwd,
      output: (chunk) => this.#parts.log.output(chunk),
    });
  }

  /** Answers the exit code of the command with that index among all commands. */
  async run(index: number, succeeding: boolean): Promise<number> {
    const { log } = this.#parts;
    const exitCode = await this.#run({
      script: `${index}/script.sh`,
      words: [succeeding ? SUCCEEDING.yes : SUCCEEDING.no],
      environment: {},
      cwd: this.#parts.sandbox.directory,
      output: (chunk) => log.output(chunk),
    });
    log.endOutput();
    return exitCode;
  }

  /** What the words come to where the last command ended: `$NAME` and `$(date)` are replaced. */
  async evaluate(words: readonly string[]): Promise<readonly string[]> {
    const chunks: Buffer[] = [];
    await this.#run({
      script: 'evaluate.sh',
      words,
      environment: {},
      cwd: this.#parts.sandbox.directory,
      output: (chunk) => chunks.push(chunk),
    });
    const [, ...values] = Buffer.concat(chunks).toString('utf8').split('\0');
    return words.map((_, index) => values[index] ?? '');
  }

  async #run(command: ScriptRun): Promise<number> {
    const { sandbox, shell, signal } = this.#parts;
    const script = posix.join(sandbox.directory, SCRIPTS, command.script);
    const { exitCode } = await sandbox.run({ ...command, argv: [shell, script, ...command.words], signal });
    signal.throwIfAborted();
    return exitCode;
  }
}

interface ScriptRun {
  readonly script: string;
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly output: (chunk: Buffer) => void;
}

import { execFile } from 'node:child_process';
import { closeSync, lstatSync, openSync, readFileSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { chmod, copyFile, mkdir, readlink, symlink, utimes, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { type Install, type Instruction, planFiles } from './install-plan.ts';
import { planPermissions } from './permission-plan.ts';

/** Where an install keeps its books. */
export interface InstallRecords {
  /** One path per line, in the order they were made: what the next install of the group removes first. */
  readonly cleanup: string;
  /** The steps, as JSON. */
  readonly instructions: string;
}

/**
 * Removes what the group's previous install made, then copies the files of the revision and sets permissions. What can be known to be
 * wrong is found before anything is removed. Killed in the middle, what it made so far is in the clean-up file.
 */
export async function install(plan: Omit<Install, 'previous'>, records: InstallRecords): Promise<void> {
  const previous = readCleanup(records.cleanup);
  const targets = planFiles({ ...plan, previous: new Set(previous) });
  const makes: Instruction[] = [
    ...[...targets.directories].map((directory) => ({ type: 'mkdir' as const, directory })),
    ...[...targets.copies].map(([destination, source]) => ({ type: 'copy' as const, source, destination })),
  ];
  const permissions = planPermissions({ ...plan, previous: new Set(previous) }, targets);

  for (const path of previous.toReversed()) remove(path);
  await writeFile(records.instructions, JSON.stringify({ instructions: [...makes, ...permissions] }, octalModes));
  await make(makes, plan, records.cleanup);
  await setPermissions(permissions);
}

/** The last line counts only when it is whole: the agent may have been killed while it wrote it. */
function readCleanup(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .slice(0, -1)
      .filter((line) => line.startsWith('/'));
  } catch (error) {
    if (isCode(error, 'ENOENT')) return [];
    throw error;
  }
}

/** Directories go only when nothing of anybody else's is in them. */
function remove(path: string): void {
  const standing = lstatSync(path, { throwIfNoEntry: false });
  if (standing === undefined) return;
  try {
    if (standing.isDirectory()) rmdirSync(path);
    else rmSync(path, { force: true });
  } catch (error) {
    if (!isCode(error, 'ENOTEMPTY') && !isCode(error, 'EEXIST')) throw error;
  }
}

async function make(
  steps: readonly Instruction[],
  { destinations }: Pick<Install, 'destinations'>,
  cleanup: string,
): Promise<void> {
  const file = openSync(cleanup, 'w');
  try {
    for (const step of steps) {
      if (step.type === 'mkdir') {
        writeSync(file, `${step.directory}\n`);
        await mkdir(step.directory, { recursive: true });
      }
      if (step.type === 'copy') {
        // Again, as it is only now that links made by this very install stand where they will.
        destinations.check(step.destination);
        writeSync(file, `${step.destination}\n`);
        await copy(step.source, step.destination);
      }
    }
  } finally {
    closeSync(file);
  }
}

/** A new file in place of an old one, never a write into it: a program that runs keeps the file it runs from, a link is replaced. */
async function copy(source: string, destination: string): Promise<void> {
  rmSync(destination, { force: true });
  const from = lstatSync(source);
  if (from.isSymbolicLink()) return symlink(await readlink(source), destination);
  await copyFile(source, destination);
  await chmod(destination, from.mode & 0o777);
  await utimes(destination, from.atime, from.mtime);
}

async function setPermissions(steps: readonly Instruction[]): Promise<void> {
  for (const step of steps) {
    if (step.type === 'chown') await changeOwner(step);
    if (step.type === 'chmod') await chmod(step.file, step.mode);
  }
}

/** By the system's own command, which knows every source of account names that the host has. */
async function changeOwner({ file, owner = '', group }: Extract<Instruction, { type: 'chown' }>): Promise<void> {
  const account = group === undefined ? owner : `${owner}:${group}`;
  await promisify(execFile)('chown', ['--', account, file], { timeout: 60_000 });
}

function octalModes(key: string, value: unknown): unknown {
  return key === 'mode' && typeof value === 'number' ? value.toString(8).padStart(3, '0') : value;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

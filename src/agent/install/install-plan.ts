import { lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import type { AppSpec, FileMapping } from '../appspec/appspec.ts';
import type { Destinations } from './destinations.ts';

/** One step of an install, as it is also written to `<group>-install.json`. */
export type Instruction =
  | { readonly type: 'mkdir'; readonly directory: string }
  | { readonly type: 'copy'; readonly source: string; readonly destination: string }
  | {
      readonly type: 'chown';
      readonly file: string;
      readonly owner: string | undefined;
      readonly group: string | undefined;
    }
  | { readonly type: 'chmod'; readonly file: string; readonly mode: number };

/** What is to be installed, and where. */
export interface Install {
  /** Real path of the unpacked revision. */
  readonly archive: string;
  readonly appSpec: AppSpec;
  readonly destinations: Destinations;
  /** DISALLOW, OVERWRITE or RETAIN; anything else is an error once a file stands in the way. */
  readonly fileExistsBehavior: string;
  /** What the group's previous install made and this one removes first: it does not stand in the way. */
  readonly previous: ReadonlySet<string>;
}

/** Files and directories that an install makes; permissions apply to these alone. */
export interface Targets {
  /** Destination to source. */
  readonly copies: Map<string, string>;
  readonly directories: Set<string>;
}

/** Decides every step before the first is taken: what cannot be installed whole changes nothing. Reads the disk, writes nothing. */
export function planFiles(install: Install): Targets {
  const targets: Targets = { copies: new Map(), directories: new Set() };
  for (const mapping of install.appSpec.files) planMapping(install, targets, mapping);
  return targets;
}

function planMapping(install: Install, targets: Targets, { source, destination }: FileMapping): void {
  const from = sourcePath(install.archive, source);
  const to = install.destinations.place(destination);
  const isDirectory = lstatSync(from).isDirectory();
  const target = isDirectory ? to : join(to, basename(from));
  planAncestors(install, targets, target);
  if (isDirectory) planDirectory(install, targets, { from, to });
  else planCopy(install, targets, { from, to: target });
}

function sourcePath(archive: string, source: string): string {
  const path = join(archive, source);
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) {
    throw new Error(`The deployment failed because the revision holds no ${source}, which its files section names`);
  }
  const parent = realpathSync(source === '' ? path : dirname(path));
  if (parent === archive || parent.startsWith(`${archive}${sep}`)) return path;
  throw new Error(`The deployment failed because ${source} of the files section leads out of the revision`);
}

function planAncestors(install: Install, targets: Targets, target: string): void {
  const parent = dirname(target);
  if (parent === target || isDirectoryAfterCleanUp(install, parent)) return;
  planAncestors(install, targets, parent);
  planMake(install, targets, parent);
}

function planDirectory(install: Install, targets: Targets, copy: { from: string; to: string }): void {
  if (!isDirectoryAfterCleanUp(install, copy.to)) planMake(install, targets, copy.to);
  for (const entry of readdirSync(copy.from, { withFileTypes: true })) {
    if (entry.name.includes('\n')) throw new Error(`The file name ${JSON.stringify(entry.name)} holds a line break`);
    const inner = { from: join(copy.from, entry.name), to: join(copy.to, entry.name) };
    if (entry.isDirectory()) planDirectory(install, targets, inner);
    else if (!entry.isFile() && !entry.isSymbolicLink())
      throw new Error(`${inner.from} is neither file, directory nor link`);
    else planCopy(install, targets, inner);
  }
}

function planMake({ destinations, previous }: Install, { copies, directories }: Targets, directory: string): void {
  destinations.check(directory);
  if (copies.has(directory)) {
    throw new Error(
      'The deployment failed because the application specification file includes an mkdir command more than once for the same ' +
        `destination path (${directory}) from (${copies.get(directory)}). Update the files section of the AppSpec file, and then try again.`,
    );
  }
  const standing = lstatSync(directory, { throwIfNoEntry: false });
  if (standing !== undefined && !standing.isDirectory() && !previous.has(directory)) throw alreadyExists(directory);
  directories.add(directory);
}

function planCopy(install: Install, targets: Targets, { from, to }: { from: string; to: string }): void {
  install.destinations.check(to);
  refuseTwoSources(targets, from, to);
  const standing = standingInTheWay(install, to);
  if (standing === undefined) targets.copies.set(to, from);
  else if (install.fileExistsBehavior === 'OVERWRITE' && !standing.isDirectory()) targets.copies.set(to, from);
  else if (install.fileExistsBehavior !== 'RETAIN') throw refusal(install.fileExistsBehavior, to);
}

function refuseTwoSources({ copies, directories }: Targets, from: string, to: string): void {
  const advice = 'from the AppSpec file, and then try again.';
  if (copies.has(to)) {
    throw new Error(
      `The deployment failed because the application specification file specifies two source files named ${from} and ` +
        `${copies.get(to)} for the same destination (${to}). Remove one of the source file paths ${advice}`,
    );
  }
  if (directories.has(to)) {
    throw new Error(
      `The deployment failed because the application specification file calls for installing the file ${from}, but a file with ` +
        `that name already exists at the location (${to}). Update your AppSpec file or directory structure, and then try again.`,
    );
  }
}

function refusal(behavior: string, path: string): Error {
  if (behavior === 'DISALLOW' || behavior === 'OVERWRITE') return alreadyExists(path);
  return new Error(
    `The deployment failed because an invalid option was specified for fileExistsBehavior: ${behavior}. ` +
      'Valid options include OVERWRITE, RETAIN, and DISALLOW.',
  );
}

function alreadyExists(path: string): Error {
  return new Error(`The deployment failed because a specified file already exists at this location: ${path}`);
}

/** What will stand at `path` when the previous install is gone. */
function standingInTheWay({ previous }: Install, path: string): Stats | undefined {
  const standing = lstatSync(path, { throwIfNoEntry: false });
  return standing !== undefined && !standing.isDirectory() && previous.has(path) ? undefined : standing;
}

/** Directories of the previous install may stay, as somebody's files may be in them: they are planned anew, and made if need be. */
function isDirectoryAfterCleanUp({ previous }: Install, path: string): boolean {
  return !previous.has(path) && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

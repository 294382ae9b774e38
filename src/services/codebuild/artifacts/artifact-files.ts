import { lstat, readdir, readlink, realpath, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import picomatch from 'picomatch';
import { linkStays } from '../../../archives/entry-path.ts';
import type { ArtifactsSpec } from '../buildspec/buildspec.ts';
import { clientError } from '../phase-failure.ts';
import { PRIMARY_DIRECTORY } from '../sources/fetch-sources.ts';

/** A file to deliver. */
export interface ArtifactFile {
  /** On this machine, no link. */
  readonly file: string;
  /** In the artifact, with slashes. */
  readonly path: string;
  readonly mode: number;
  /** Target of a symbolic link that is delivered as such. */
  readonly link?: string | undefined;
}

export interface Gathering {
  /** The build's directory on this machine, and as its commands saw it. */
  readonly inside: string;
  readonly seenAs: string;
  /** The primary source below it. */
  readonly source: string;
  /** With every variable in its texts replaced. */
  readonly spec: ArtifactsSpec;
  readonly say: (line: string) => void;
}

/**
 * The files an `artifacts` block means. What a build leaves behind is not trusted: links are followed only within the sources'
 * directories, and directories behind links not at all.
 */
export async function gatherFiles(gathering: Gathering): Promise<readonly ArtifactFile[]> {
  const { spec, say } = gathering;
  const shown = spec.baseDirectory ?? '.';
  say(`Expanding base directory path: ${shown}`);
  say('Assembling file list');
  say(`Expanding ${shown}`);
  const bases = await baseDirectories(gathering);
  if (bases.length === 0) throw clientError(`no matching base directory path found for ${shown}`);
  say(`Expanding file paths for base directory ${shown}`);
  say('Assembling file list');
  const files = new Map<string, ArtifactFile>();
  for (const base of bases) for (const file of await filesBelow(gathering, base)) files.set(file.path, file);
  if (files.size === 0) throw clientError('no matching artifact paths found');
  say(`Found ${files.size} file(s)`);
  return [...files.values()];
}

async function baseDirectories({ inside, seenAs, source, spec }: Gathering): Promise<readonly string[]> {
  const given = spec.baseDirectory;
  if (given === undefined || given === '') return [source];
  const root = await realpath(inside);
  const wanted = given.startsWith('/') ? below(given, seenAs, root) : join(await realpath(source), given);
  if (wanted === undefined) return [];
  const { base, isGlob } = picomatch.scan(given.startsWith('/') ? relative(root, wanted) : given);
  const found = isGlob
    ? await matchingDirectories(join(given.startsWith('/') ? root : source, base), wanted)
    : [wanted];
  const directories: string[] = [];
  for (const directory of found) if (await isDirectoryWithin(directory, root)) directories.push(directory);
  return directories;
}

/** A path that commands saw, on this machine. */
function below(path: string, seenAs: string, inside: string): string | undefined {
  return path === seenAs || path.startsWith(`${seenAs}/`) ? join(inside, path.slice(seenAs.length)) : undefined;
}

async function matchingDirectories(from: string, pattern: string): Promise<readonly string[]> {
  const matches = picomatch(pattern, { dot: true });
  const entries = await readdir(from, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => matches(path));
}

async function isDirectoryWithin(path: string, root: string): Promise<boolean> {
  const real = await realpath(path).catch(() => undefined);
  return real !== undefined && isOfSources(real, root) && (await stat(real)).isDirectory();
}

/** Beside the sources lies what commands are run by, their environment included: that is never delivered. */
function isOfSources(path: string, root: string): boolean {
  return path.startsWith(join(root, PRIMARY_DIRECTORY));
}

async function filesBelow({ inside, spec, say }: Gathering, base: string): Promise<readonly ArtifactFile[]> {
  const root = await realpath(inside);
  const directory = await realpath(base);
  const paths = await pathsBelow(directory);
  const excluded = spec.excludePaths.length === 0 ? () => false : matcherOf(spec.excludePaths);
  const chosen = new Set<string>();
  for (const pattern of spec.files) {
    say(`Expanding ${pattern}`);
    const matches = matcherOf([pattern]);
    const found = paths.filter((path) => matches(path) && !excluded(path));
    if (found.length === 0) say(`Skipping invalid file path ${pattern}`);
    for (const path of found) chosen.add(path);
  }
  const files: ArtifactFile[] = [];
  for (const path of chosen) {
    const file = await describe({ directory, root, path, spec });
    if (file === undefined) say(`Skipping invalid file path ${path}`);
    else files.push(file);
  }
  return files;
}

function matcherOf(patterns: readonly string[]): (path: string) => boolean {
  return picomatch(
    patterns.map((pattern) => pattern.replace(/^(?:\.\/)+/, '')),
    { dot: true },
  );
}

/** Files and links, relative, with slashes. */
async function pathsBelow(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort();
}

interface Found {
  readonly directory: string;
  readonly root: string;
  readonly path: string;
  readonly spec: ArtifactsSpec;
}

/** Undefined for what must not be delivered. */
async function describe({ directory, root, path, spec }: Found): Promise<ArtifactFile | undefined> {
  const place = join(directory, path);
  const delivered = spec.discardPaths ? basename(path) : path;
  const isLink = (await lstat(place)).isSymbolicLink();
  if (isLink && spec.enableSymlinks) {
    const link = await readlink(place);
    return linkStays(directory, place, link) ? { file: place, path: delivered, mode: 0o777, link } : undefined;
  }
  const file = await realpath(place).catch(() => undefined);
  if (file === undefined || !isOfSources(file, root)) return undefined;
  const { mode, isFile } = await stat(file).then((found) => ({ mode: found.mode, isFile: found.isFile() }));
  return isFile ? { file, path: delivered, mode: mode & 0o777 } : undefined;
}

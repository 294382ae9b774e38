import { readdir, readFile, stat } from 'node:fs/promises';
import { join, posix, relative, sep } from 'node:path';
import type { Readable } from 'node:stream';
import dockerignore from '@balena/dockerignore';
import { create } from 'tar';
import { ServiceError } from '../kernel/service-error.ts';

/** What an engine builds an image from. */
export interface BuildContext {
  /** A tar. */
  readonly context: Readable;
  /** Path in it. */
  readonly dockerfile: string;
}

/**
 * The files of a directory, without those that its .dockerignore leaves out. `path` is a Dockerfile in it, or a directory with one, of
 * which only the files in that directory are sent. Throws ConfigurationError where there is none.
 */
export async function buildContext(directory: string, path: string): Promise<BuildContext> {
  const place = posix.normalize(path).replace(/\/+$/, '');
  if (posix.isAbsolute(place) || place === '..' || place.startsWith('../'))
    throw new ServiceError('ConfigurationError', `DockerFilePath ${path} leads out of the artifact`);
  const isDirectory = (await stat(join(directory, place)).catch(() => undefined))?.isDirectory() === true;
  const root = isDirectory ? join(directory, place) : directory;
  const dockerfile = isDirectory ? 'Dockerfile' : place;
  const files = await filesIn(root);
  if (!files.includes(dockerfile))
    throw new ServiceError(
      'ConfigurationError',
      `The artifact has no file ${isDirectory ? posix.join(place, 'Dockerfile') : place}`,
    );
  const sent = (await isSent(root, dockerfile))(files);
  // Without the dot a name that begins with @ would be read as an archive.
  const context = create(
    { cwd: root, portable: true, noDirRecurse: true },
    sent.map((file) => `./${file}`),
  );
  return { context: context as unknown as Readable, dockerfile };
}

/** Links too, which lead nowhere else: that was seen to when the artifact was unpacked. */
async function filesIn(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries.map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')).sort();
}

/** The Dockerfile itself is always needed. */
async function isSent(root: string, dockerfile: string): Promise<(files: readonly string[]) => string[]> {
  const rules = await readFile(join(root, '.dockerignore'), 'utf8').catch(() => undefined);
  if (rules === undefined) return (files) => [...files];
  const keeps = dockerignore.default({ ignorecase: false }).add(rules).createFilter();
  return (files) => files.filter((file) => file === dockerfile || keeps(file));
}

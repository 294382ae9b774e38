import { lstat, readFile, realpath } from 'node:fs/promises';
import { join, posix, sep } from 'node:path';
import { text } from 'node:stream/consumers';
import { isServiceError } from '../../../kernel/service-error.ts';
import type { Objects } from '../../../ports/objects.ts';
import { clientError, yamlError } from '../phase-failure.ts';
import { objectLocation } from './fetch-sources.ts';

const DEFAULT_FILE = 'buildspec.yml';
/** Bytes; a buildspec is written by people. */
const MAX_SIZE = 1024 * 1024;

export interface FoundBuildspec {
  readonly content: string;
  /** Where it was found, for the log; a path is relative to the source. */
  readonly location: { readonly path: string } | { readonly name: string };
}

/** The text itself, an S3 object, or a file of the primary source. Throws PhaseFailure YAML_FILE_ERROR or CLIENT_ERROR. */
export async function findBuildspec(
  objects: Objects,
  given: string | undefined,
  source: string,
): Promise<FoundBuildspec> {
  const buildspec = given === undefined || given === '' ? DEFAULT_FILE : given;
  if (isInline(buildspec)) return { content: buildspec, location: { name: 'readonly/buildspec.yml' } };
  if (/^arn:aws[\w-]*:s3:::/.test(buildspec))
    return { content: await readObject(objects, buildspec), location: { name: buildspec } };
  return { content: await readSourceFile(source, buildspec), location: { path: buildspec } };
}

function isInline(buildspec: string): boolean {
  return buildspec.includes('\n') || /^\s*["']?version["']?\s*:/.test(buildspec) || /^\s*\{/.test(buildspec);
}

async function readObject(objects: Objects, location: string): Promise<string> {
  try {
    const { size, body } = await objects.read(objectLocation(location));
    if (size <= MAX_SIZE) return await text(body);
    body.destroy();
    throw yamlError(`The buildspec ${location} is larger than ${MAX_SIZE} bytes`);
  } catch (error) {
    if (isServiceError(error)) throw clientError(`${error.code}: ${error.message} for the buildspec ${location}`);
    throw error;
  }
}

/** The source is not trusted: a link may not lead the server to files of its own. */
async function readSourceFile(source: string, path: string): Promise<string> {
  const normal = posix.normalize(path);
  if (normal.startsWith('/') || normal === '..' || normal.startsWith('../'))
    throw yamlError(`The buildspec ${path} is outside the source`);
  const file = await realpath(join(source, normal)).catch(() => undefined);
  const absent = yamlError(`stat ${path}: no such file or directory`);
  if (file === undefined) throw absent;
  if (!file.startsWith((await realpath(source)) + sep)) throw yamlError(`The buildspec ${path} is outside the source`);
  const { size, isFile } = await lstat(file).then((found) => ({ size: found.size, isFile: found.isFile() }));
  if (!isFile) throw absent;
  if (size > MAX_SIZE) throw yamlError(`The buildspec ${path} is larger than ${MAX_SIZE} bytes`);
  return readFile(file, 'utf8');
}

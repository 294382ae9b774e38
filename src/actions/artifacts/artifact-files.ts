import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ArchiveError } from '../../archives/archive-error.ts';
import { extractZip } from '../../archives/extract-zip.ts';
import { readZipFile } from '../../archives/read-zip-file.ts';
import { writeTextZip } from '../../archives/write-zip.ts';
import { ServiceError } from '../../kernel/service-error.ts';
import type { Objects } from '../../ports/objects.ts';
import type { ActionRun, Artifact } from '../action.ts';
import { keepArtifact } from './keep-artifact.ts';
import { readArtifact } from './read-artifact.ts';

export interface ArtifactRooms {
  readonly objects: Objects;
  /** For archives while they are read. */
  readonly directory: string;
}

/** Unpacks an input artifact into a directory that is there while `use` works on it. What is no zip is ConfigurationError. */
export async function unpacked<T>(
  artifact: Artifact,
  rooms: ArtifactRooms,
  use: (directory: string) => Promise<T>,
): Promise<T> {
  return withArchive(artifact, rooms, async (archive, place) => {
    const files = join(place, 'files');
    await mkdir(files);
    await extractZip(archive, files);
    return use(files);
  });
}

/** The text of a file in an input artifact. Throws ConfigurationError where it is not, or is longer than `limit` bytes. */
export async function readArtifactFile(
  artifact: Artifact,
  path: string,
  { limit, rooms }: { readonly limit: number; readonly rooms: ArtifactRooms },
): Promise<string> {
  const text = await withArchive(artifact, rooms, (archive) => readZipFile(archive, path, limit));
  if (text !== undefined) return text;
  throw new ServiceError('ConfigurationError', `The artifact ${artifact.name} has no file ${path}`);
}

async function withArchive<T>(
  artifact: Artifact,
  rooms: ArtifactRooms,
  use: (archive: string, place: string) => Promise<T>,
): Promise<T> {
  await mkdir(rooms.directory, { recursive: true });
  const place = await mkdtemp(join(rooms.directory, 'artifact-'));
  try {
    const archive = join(place, 'artifact.zip');
    await pipeline((await readArtifact(artifact, rooms.objects)).body, createWriteStream(archive));
    return await use(archive, place);
  } catch (error) {
    if (error instanceof ArchiveError)
      throw new ServiceError('ConfigurationError', `The artifact ${artifact.name}: ${error.message}`);
    throw error;
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** `ArtifactName::path/to/file`, as actions name files of their inputs. */
export function fileOf(run: ActionRun, text: string): { readonly artifact: Artifact; readonly path: string } {
  const [name = '', ...path] = text.split('::');
  const artifact = run.inputs.find((input) => input.name === name);
  if (artifact === undefined || path.length === 0)
    throw new ServiceError('ConfigurationError', `${text} does not name a file of an input artifact`);
  return { artifact, path: path.join('::') };
}

/** Writes one file as the action's output artifact, if it has one. */
export async function writeOutput(
  run: ActionRun,
  { path, text }: { readonly path: string; readonly text: string },
  { objects }: Pick<ArtifactRooms, 'objects'>,
): Promise<void> {
  const [output] = run.outputs;
  if (output === undefined) return;
  await keepArtifact(output, { body: writeTextZip(path, text), contentType: 'application/zip' }, run, objects);
}

import { createWriteStream } from 'node:fs';
import { lstat, mkdir, readdir, readlink } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { extractZip } from '../../../archives/extract-zip.ts';
import type { ObjectLocation } from '../../../ports/objects.ts';
import { removeTree } from '../../../runners/records.ts';
import type { BuildBatchRow } from '../../../store/codebuild/build-batches.ts';
import { keyOf } from '../artifact-key.ts';
import { locationArn } from '../artifact-location.ts';
import type { ArtifactFile } from '../artifacts/artifact-files.ts';
import { upload } from '../artifacts/upload.ts';
import { batchFactsOf, batchProgressOf } from '../batch-facts.ts';
import { batchArn, uuidOf } from '../names.ts';
import { clientError } from '../phase-failure.ts';
import type { CodeBuildRooms } from '../rooms.ts';
import type { BuildArtifacts } from '../shapes.ts';
import { combinedLocation, combines, stagedLocation } from './batch-artifacts.ts';

/**
 * Makes one artifact of the main artifacts of all builds that succeeded, as often as it is asked to.
 *
 * Gaps: AWS does not say what becomes of files of one name: here that of the later build, in the order of the buildspec, stays.
 */
export async function combineArtifacts(rooms: CodeBuildRooms, row: BuildBatchRow): Promise<BuildArtifacts> {
  const facts = batchFactsOf(row);
  const location = combinedLocation(facts, row.id);
  if (location === undefined) return {};
  const root = join(rooms.directory, 'batches', uuidOf(row.id));
  await removeTree(root);
  try {
    await mkdir(root, { recursive: true });
    const files = new Map<string, ArtifactFile>();
    for (const staged of stagedOf(row))
      for (const file of await filesOf(rooms, staged, root)) files.set(file.path, file);
    if (files.size === 0) throw clientError('no build of the batch has artifacts to combine');
    const packaging = facts.pipeline === undefined ? (facts.artifacts.packaging ?? 'NONE') : 'ZIP';
    const owner = { account: row.account, region: row.region, arn: batchArn(row, row.id) };
    const [output] = facts.pipeline?.outputs ?? [];
    const sums = await upload(rooms.objects, {
      owner,
      files: [...files.values()],
      location,
      packaging,
      outside: root,
      encryptionKey: output === undefined ? keyOf(facts.artifacts, facts.encryptionKey) : output.encryptionKey,
    });
    return { location: locationArn(location), ...sums };
  } finally {
    await removeTree(root);
  }
}

interface Staged {
  readonly identifier: string;
  readonly location: ObjectLocation;
}

/** What builds have set down; those without artifacts of their own have nothing. */
function stagedOf(row: BuildBatchRow): readonly Staged[] {
  const facts = batchFactsOf(row);
  const delivered = batchProgressOf(row).groups.filter(
    ({ current: { status, outcome } }) => status === 'SUCCEEDED' && Boolean(outcome?.artifacts.sha256sum),
  );
  return delivered.map(({ task: { identifier } }) => ({
    identifier,
    location: stagedLocation(facts, row.id, identifier),
  }));
}

async function filesOf(
  { objects }: CodeBuildRooms,
  { identifier, location }: Staged,
  root: string,
): Promise<readonly ArtifactFile[]> {
  const archive = join(root, `${identifier}.zip`);
  const directory = join(root, identifier);
  await mkdir(directory);
  const { body } = await objects.read(location);
  await pipeline(body, createWriteStream(archive));
  await extractZip(archive, directory);
  const entries = await readdir(directory, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile() || entry.isSymbolicLink());
  return Promise.all(files.map((entry) => described(directory, join(entry.parentPath, entry.name))));
}

async function described(directory: string, file: string): Promise<ArtifactFile> {
  const path = relative(directory, file).replaceAll(sep, '/');
  const found = await lstat(file);
  if (found.isSymbolicLink()) return { file, path, mode: 0o777, link: await readlink(file) };
  return { file, path, mode: found.mode & 0o777 };
}

/** Removes what was set down to be combined, unless a retry may still need it. */
export async function clearStaged({ objects }: CodeBuildRooms, row: BuildBatchRow): Promise<void> {
  const facts = batchFactsOf(row);
  if (row.status === 'FAILED' && facts.pipeline === undefined) return;
  await removeStaged(objects, row);
}

export async function removeStaged(objects: CodeBuildRooms['objects'], row: BuildBatchRow): Promise<void> {
  const facts = batchFactsOf(row);
  if (!combines(facts)) return;
  for (const { task } of batchProgressOf(row).groups.slice(1))
    await objects.remove(stagedLocation(facts, row.id, task.identifier));
}

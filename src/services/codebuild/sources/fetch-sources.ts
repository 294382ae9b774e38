import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ArchiveError } from '../../../archives/archive-error.ts';
import { extractZip } from '../../../archives/extract-zip.ts';
import { isServiceError } from '../../../kernel/service-error.ts';
import type { ObjectLocation } from '../../../ports/objects.ts';
import { locationArn } from '../artifact-location.ts';
import type { BuildFacts } from '../build-facts.ts';
import { clientError } from '../phase-failure.ts';
import type { ProjectSource } from '../shapes.ts';
import { cloneHosted } from './clone-hosted.ts';
import { cloneReferred, findCloneReference } from './clone-referred.ts';
import type { FetchedSource, Fetching, Found } from './fetched-source.ts';

export const PRIMARY_DIRECTORY = 'src';

/**
 * Puts the sources into the build's directory, the primary one first. Throws PhaseFailure CLIENT_ERROR.
 *
 * Gaps: of S3 only zip archives, no folders.
 */
export async function fetchSources(fetching: Fetching): Promise<readonly [FetchedSource, ...FetchedSource[]]> {
  const { facts } = fetching;
  if (facts.pipeline !== undefined) return fetchInputs(fetching, facts.pipeline);
  const primary = await fetchSource(fetching, facts.source, { identifier: undefined, version: facts.sourceVersion });
  const others: FetchedSource[] = [];
  for (const source of facts.secondarySources) {
    const identifier = source.sourceIdentifier ?? '';
    const version = facts.secondarySourceVersions.find(({ sourceIdentifier }) => sourceIdentifier === identifier);
    others.push(await fetchSource(fetching, source, { identifier, version: version?.sourceVersion }));
  }
  return [primary, ...others];
}

interface Which {
  readonly identifier: string | undefined;
  readonly version: string | undefined;
}

async function fetchSource(fetching: Fetching, source: ProjectSource, which: Which): Promise<FetchedSource> {
  const name = directoryName(which.identifier);
  const directory = join(fetching.directories.inside, name);
  await mkdir(directory);
  const about = { identifier: which.identifier, directory: name, version: which.version };
  try {
    return { ...about, ...(await fetchInto(fetching, { source, version: which.version, directory })) };
  } catch (error) {
    throw explained(error, which);
  }
}

interface Into {
  readonly source: ProjectSource;
  readonly version: string | undefined;
  readonly directory: string;
}

async function fetchInto(fetching: Fetching, { source, version, directory }: Into): Promise<Found> {
  const { rooms, row } = fetching;
  const location = source.location ?? '';
  switch (source.type) {
    case 'NO_SOURCE':
      return { repositoryUrl: '', resolvedVersion: undefined };
    case 'CODECOMMIT': {
      const repository = { account: row.account, region: row.region, repositoryName: repositoryName(location) };
      const commit = await rooms.repositories.checkout(repository, { revision: version, origin: location }, directory);
      return { repositoryUrl: location, resolvedVersion: commit };
    }
    case 'S3': {
      const object = objectLocation(location, version);
      if (object.key === '' || object.key.endsWith('/'))
        throw clientError('An S3 folder as source is not implemented by this server: use a zip archive');
      await unpack(fetching, object, directory);
      return { repositoryUrl: `s3://${object.bucket}/${object.key}`, resolvedVersion: undefined };
    }
    case 'CODEPIPELINE':
      throw clientError('A source of the type CODEPIPELINE comes from a pipeline');
    default:
      return cloneHosted(fetching, { source, version }, directory);
  }
}

async function fetchInputs(
  fetching: Fetching,
  { inputs, primarySource, resolvedSourceVersion }: NonNullable<BuildFacts['pipeline']>,
): Promise<readonly [FetchedSource, ...FetchedSource[]]> {
  const primary = inputs.find(({ name }) => name === primarySource) ?? inputs[0];
  if (primary === undefined) throw clientError('The build has no input artifact');
  const others = inputs.filter((input) => input !== primary);
  const fetched: FetchedSource[] = [];
  for (const input of others) fetched.push(await fetchInput(fetching, input, input.name));
  const first = await fetchInput(fetching, primary, undefined);
  return [{ ...first, resolvedVersion: resolvedSourceVersion }, ...fetched];
}

async function fetchInput(
  fetching: Fetching,
  object: ObjectLocation,
  identifier: string | undefined,
): Promise<FetchedSource> {
  const name = directoryName(identifier);
  const directory = join(fetching.directories.inside, name);
  await mkdir(directory);
  const version = locationArn(object);
  const about = { identifier, directory: name, version };
  try {
    const reference = await findCloneReference(fetching.rooms, object);
    if (reference !== undefined) return { ...about, ...(await cloneReferred(fetching, reference, directory)) };
    await unpack(fetching, object, directory);
  } catch (error) {
    throw explained(error, { identifier, version });
  }
  return { ...about, repositoryUrl: `s3://${object.bucket}/${object.key}`, resolvedVersion: undefined };
}

async function unpack({ rooms, directories }: Fetching, object: ObjectLocation, directory: string): Promise<void> {
  const file = join(directories.outside, 'source.zip');
  const { body } = await rooms.objects.read(object);
  await pipeline(body, createWriteStream(file));
  await extractZip(file, directory);
}

function directoryName(identifier: string | undefined): string {
  return identifier === undefined ? PRIMARY_DIRECTORY : `${PRIMARY_DIRECTORY}_${identifier}`;
}

function repositoryName(location: string): string {
  return location.replace(/\/+$/, '').split('/').at(-1) ?? location;
}

/** `bucket/key`, or the ARN of it. */
export function objectLocation(location: string, versionId?: string): ObjectLocation {
  const [bucket = '', ...key] = location.replace(/^arn:aws[\w-]*:s3:::/, '').split('/');
  return { bucket, key: key.join('/'), versionId };
}

function explained(error: unknown, { identifier, version }: Which): unknown {
  const which = identifier === undefined ? 'primary source' : `secondary source ${identifier}`;
  const suffix = ` for ${which}${version === undefined ? '' : ` and source version ${version}`}`;
  if (isServiceError(error)) return clientError(`${error.code}: ${error.message}${suffix}`);
  if (error instanceof ArchiveError) return clientError(`${error.message}${suffix}`);
  return error;
}

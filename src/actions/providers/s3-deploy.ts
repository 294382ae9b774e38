import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { lookup } from 'mime-types';
import type { ConsoleLinks } from '../../kernel/console-links.ts';
import { isServiceError, ServiceError } from '../../kernel/service-error.ts';
import type { NewObject, Objects } from '../../ports/objects.ts';
import type { ActionProvider, ActionRun, Progress } from '../action.ts';
import { type ArtifactRooms, unpacked } from '../artifacts/artifact-files.ts';
import { readArtifact } from '../artifacts/read-artifact.ts';
import { firstInput, hasReference, required } from '../configuration.ts';

export interface S3DeployRooms extends ArtifactRooms {
  readonly links: (region: string) => ConsoleLinks;
}

/** Each object says which action execution wrote it: done again after a crash, it is not written twice. */
const WRITTEN_BY = 'codepipeline-action-execution-id';

/**
 * Puts the input artifact, or the files in it, into a bucket.
 *
 * Gaps: the server's buckets belong to their owners, as AWS's new ones do: a CannedACL that lets others in fails the action with
 * AccessControlListNotSupported.
 */
export function s3Deploy(rooms: S3DeployRooms): ActionProvider {
  const start = (run: ActionRun) => deploy(run, rooms);
  return {
    type: { category: 'Deploy', owner: 'AWS', provider: 'S3', version: '1' },
    inputs: { min: 1, max: 1 },
    outputs: { min: 0, max: 0 },
    configuration: [
      { name: 'BucketName', required: true, description: 'Bucket to deploy to' },
      { name: 'Extract', required: true, description: 'true unpacks the artifact' },
      { name: 'ObjectKey', required: false, description: 'Key of the object, or with Extract the path before each' },
      { name: 'CacheControl', required: false, description: 'Cache-Control of each object' },
      { name: 'CannedACL', required: false, description: 'Access control list of each object' },
      { name: 'KMSEncryptionKeyARN', required: false, description: 'KMS key of each object' },
    ],
    outputVariables: [],
    timeoutMinutes: 90,
    check: checkConfiguration,
    links: ({ region, configuration: { BucketName } }) =>
      BucketName ? { entityUrl: rooms.links(region).bucket(BucketName) } : {},
    start,
    poll: start,
    stop: async () => {},
    targets: async ({ configuration, status, started, ended }) => [
      { id: configuration.BucketName ?? '', type: 'S3Bucket', status, started, ended, events: [] },
    ],
  };
}

const ACLS: readonly string[] = [
  'private',
  'public-read',
  'public-read-write',
  'authenticated-read',
  'aws-exec-read',
  'bucket-owner-read',
  'bucket-owner-full-control',
];
const FORMS: readonly { readonly key: string; readonly form: RegExp; readonly complaint: string }[] = [
  {
    key: 'BucketName',
    form: /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    complaint: 'BucketName is not the name of a bucket',
  },
  {
    key: 'KMSEncryptionKeyARN',
    form: /^(?:arn:aws[\w-]*:kms:[a-z0-9-]+:\d{12}:(?:key|alias)\/[\w/-]+|alias\/[\w/-]+|(?:mrk-)?[0-9a-fA-F-]{32,36})$/,
    complaint: 'KMSEncryptionKeyARN is neither the id, the ARN nor the alias of a KMS key',
  },
  { key: 'CacheControl', form: /^[\x20-\x7e]+$/, complaint: 'CacheControl is not the value of a header' },
];

/** What is wrong with the configuration of an S3 deploy action. What a variable will bring is known only when it runs. */
function checkConfiguration(configuration: Readonly<Record<string, string>>): string | undefined {
  const { Extract = '', ObjectKey, CannedACL } = configuration;
  if (Extract !== 'true' && Extract !== 'false' && !hasReference(Extract)) return 'Extract must be true or false';
  if (Extract === 'false' && (ObjectKey ?? '') === '') return 'ObjectKey is required when Extract is false';
  if (CannedACL !== undefined && !ACLS.includes(CannedACL) && !hasReference(CannedACL))
    return `CannedACL must be one of ${ACLS.join(', ')}`;
  return FORMS.find(({ key, form }) => {
    const value = configuration[key];
    return value !== undefined && !hasReference(value) && !form.test(value);
  })?.complaint;
}

function deploy(run: ActionRun, rooms: S3DeployRooms): Promise<Progress> {
  return run.configuration.Extract === 'true' ? deployFiles(run, rooms) : deployArchive(run, rooms);
}

async function deployArchive(run: ActionRun, rooms: S3DeployRooms): Promise<Progress> {
  const key = keyOf(required(run, 'ObjectKey'), run);
  await put(run, rooms, key, async () => (await readArtifact(firstInput(run), rooms.objects)).body);
  return { kind: 'succeeded', summary: 'Deployment Succeeded', externalExecutionId: key };
}

function deployFiles(run: ActionRun, rooms: S3DeployRooms): Promise<Progress> {
  return unpacked(firstInput(run), rooms, async (directory) => {
    const files = await filesIn(directory);
    const prefix = keyOf(run.configuration.ObjectKey ?? '', run).replace(/\/+$/, '');
    for (const file of files) {
      const path = relative(directory, file).split(sep).join('/');
      await put(run, rooms, prefix === '' ? path : `${prefix}/${path}`, async () => createReadStream(file));
    }
    const summary = `Deployment Succeeded: ${files.length} ${files.length === 1 ? 'file' : 'files'}`;
    return { kind: 'succeeded', summary, externalExecutionId: prefix || undefined };
  });
}

/** A link to a file is that file, as on a web server; unpacking let none lead out. Links to directories are not followed. */
async function filesIn(directory: string): Promise<string[]> {
  const files: string[] = [];
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() || (entry.isSymbolicLink() && (await leadsToFile(path)))) files.push(path);
  }
  return files.sort();
}

async function leadsToFile(link: string): Promise<boolean> {
  return (await stat(link).catch(() => undefined))?.isFile() ?? false;
}

async function put(
  run: ActionRun,
  rooms: S3DeployRooms,
  key: string,
  body: () => Promise<NewObject['body']>,
): Promise<void> {
  const bucket = required(run, 'BucketName');
  if (await isWritten(run, rooms.objects, bucket, key)) return;
  try {
    await rooms.objects.write({
      account: run.account,
      region: run.region,
      bucket,
      key,
      body: await body(),
      contentType: lookup(key) || 'application/octet-stream',
      cacheControl: run.configuration.CacheControl,
      acl: run.configuration.CannedACL,
      encryptionKey: run.configuration.KMSEncryptionKeyARN,
      metadata: { [WRITTEN_BY]: run.actionExecutionId },
    });
  } catch (error) {
    // S3's words do not say which.
    if (isServiceError(error, 'NoSuchBucket')) throw new ServiceError(error.code, `${error.message}: ${bucket}`);
    throw error;
  }
}

async function isWritten(run: ActionRun, objects: Objects, bucket: string, key: string): Promise<boolean> {
  try {
    return (await objects.head({ bucket, key })).metadata[WRITTEN_BY] === run.actionExecutionId;
  } catch (error) {
    // A missing object is what is expected; a missing bucket is found out by writing.
    if (isServiceError(error)) return false;
    throw error;
  }
}

/** `{datetime}`, such as 2019-01-10_07-39-57, and `{uuid}` stand for the moment the action started and its id: the same whenever it is done again. */
function keyOf(template: string, run: ActionRun): string {
  const [day = '', time = ''] = new Date(run.startedAt).toISOString().split('T');
  const datetime = `${day}_${time.slice(0, 8).replaceAll(':', '-')}`;
  return template.replaceAll('{datetime}', datetime).replaceAll('{uuid}', run.actionExecutionId);
}

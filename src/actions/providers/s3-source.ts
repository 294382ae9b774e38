import type { ConsoleLinks } from '../../kernel/console-links.ts';
import { isServiceError, ServiceError } from '../../kernel/service-error.ts';
import { objectPlace } from '../../kernel/source-place.ts';
import type { ObjectInfo, ObjectLocation, Objects, StoredObject } from '../../ports/objects.ts';
import type { ActionProvider, ActionRun, Progress } from '../action.ts';
import { isBoolean, required } from '../configuration.ts';
import { MAX_OBJECT_ARTIFACT, tooLarge, writeArtifact } from '../revision.ts';
import { sourceAction } from '../source-action.ts';

export interface S3SourceRooms {
  readonly objects: Objects;
  readonly links: (region: string) => ConsoleLinks;
}

/** User metadata of an object that says what its revision is, in words. */
const SUMMARY = 'codepipeline-artifact-revision-summary';

/** The newest version of an object. */
export function s3Source(rooms: S3SourceRooms): ActionProvider {
  return {
    type: { category: 'Source', owner: 'AWS', provider: 'S3', version: '1' },
    ...sourceAction((run) => fetchObject(run, rooms)),
    configuration: [
      { name: 'S3Bucket', required: true, description: 'Bucket of the source; it must be versioned' },
      { name: 'S3ObjectKey', required: true, description: 'Key of the zip' },
      {
        name: 'PollForSourceChanges',
        required: false,
        description: 'false where something else starts the pipeline; true without it',
      },
      { name: 'AllowOverrideForS3ObjectKey', required: false, description: 'true lets a start name another key' },
    ],
    polling: {
      place: ({ configuration: { S3Bucket = '', S3ObjectKey = '' } }) => objectPlace(S3Bucket, S3ObjectKey),
      newest: async ({ configuration: { S3Bucket = '', S3ObjectKey = '' } }) => {
        const { versionId, etag } = await rooms.objects.head({ bucket: S3Bucket, key: S3ObjectKey });
        return versionId ?? etag;
      },
    },
    revisionTypes: ['S3_OBJECT_VERSION_ID', 'S3_OBJECT_KEY'],
    outputVariables: ['VersionId', 'ETag', 'BucketName', 'ObjectKey'],
    check: ({ PollForSourceChanges = 'true', AllowOverrideForS3ObjectKey = 'false' }) => {
      const unclear = Object.entries({ PollForSourceChanges, AllowOverrideForS3ObjectKey }).find(
        ([, value]) => !isBoolean(value),
      );
      return unclear && `${unclear[0]} must be true or false`;
    },
    links: ({ region, configuration: { S3Bucket, S3ObjectKey } }) =>
      S3Bucket && S3ObjectKey ? { entityUrl: rooms.links(region).object(S3Bucket, S3ObjectKey) } : {},
  };
}

async function fetchObject(run: ActionRun, { objects, links }: S3SourceRooms): Promise<Progress> {
  const source = sourceOf(run);
  const bucket = await objects.findBucket(source.bucket);
  if (bucket === undefined) throw wrong(`No bucket with the name ${source.bucket} was found`);
  if (!bucket.versioned)
    throw wrong(`The bucket ${source.bucket} is not versioned: enable versioning to use it as a source`);
  const object = await readObject(source, objects);
  if (object.size > MAX_OBJECT_ARTIFACT) {
    object.body.destroy();
    throw tooLarge(MAX_OBJECT_ARTIFACT);
  }
  await writeArtifact(run, objects, { body: object.body, limit: MAX_OBJECT_ARTIFACT });
  return succeeded(source, object, links(bucket.region));
}

/** What is missing is told in AWS's words. Gaps: AWS's words for a version that is not there were not seen. */
async function readObject(source: ObjectLocation, objects: Objects): Promise<StoredObject> {
  const { bucket, key, versionId } = source;
  try {
    return await objects.read(source);
  } catch (error) {
    if (isServiceError(error, 'NoSuchVersion'))
      throw wrong(`The Amazon S3 object "${bucket}/${key}" has no version ${versionId}`);
    if (!isServiceError(error, 'NoSuchKey')) throw error;
    throw wrong(
      `Could not access the Amazon S3 object: "${bucket}/${key}". Make sure that the names of the bucket and object are both correct.`,
    );
  }
}

function wrong(message: string): ServiceError {
  return new ServiceError('ConfigurationError', message);
}

function succeeded({ bucket, key }: ObjectLocation, object: ObjectInfo, links: ConsoleLinks): Progress {
  const { versionId = 'null', etag, lastModified } = object;
  const summary = object.metadata[SUMMARY] ?? `Amazon S3 version id: ${versionId}`;
  const url = links.object(bucket, key);
  return {
    kind: 'succeeded',
    externalExecutionId: versionId,
    externalExecutionUrl: url,
    summary,
    revision: { revisionId: versionId, revisionSummary: summary, revisionUrl: url, created: lastModified },
    outputVariables: { VersionId: versionId, ETag: etag, BucketName: bucket, ObjectKey: key },
  };
}

function sourceOf(run: ActionRun): ObjectLocation {
  const bucket = required(run, 'S3Bucket');
  const key = required(run, 'S3ObjectKey');
  const { revisionOverride } = run;
  if (revisionOverride?.type === 'S3_OBJECT_KEY') return { bucket, key: revisionOverride.value };
  return { bucket, key: revisionOverride?.objectKey ?? key, versionId: revisionOverride?.value };
}

import { writeTextZip } from '../../archives/write-zip.ts';
import { ServiceError } from '../../kernel/service-error.ts';
import type { ImageInfo, ImageRef, Images } from '../../ports/images.ts';
import type { Objects } from '../../ports/objects.ts';
import type { ActionProvider, ActionRun, Progress } from '../action.ts';
import { required } from '../configuration.ts';
import { writeArtifact } from '../revision.ts';
import { sourceAction } from '../source-action.ts';

export interface EcrSourceRooms {
  readonly images: Images;
  readonly objects: Objects;
}

/** A list of files of a few lines. */
const MAX_ARTIFACT = 1024 * 1024;

/**
 * An image of the registry that is set for this server, by its digest; the artifact holds imageDetail.json.
 *
 * Gaps: ImagePushedAt is left out of imageDetail.json, and ImageTags holds the one tag that was asked for: registries do not tell
 * more. ImageSizeInBytes is left out for images of several platforms.
 */
export function ecrSource(rooms: EcrSourceRooms): ActionProvider {
  return {
    type: { category: 'Source', owner: 'AWS', provider: 'ECR', version: '1' },
    ...sourceAction((run) => findImage(run, rooms)),
    configuration: [
      { name: 'RepositoryName', required: true, description: 'Repository of the image' },
      { name: 'ImageTag', required: false, description: 'Tag whose image is taken (latest)' },
    ],
    revisionTypes: ['IMAGE_DIGEST'],
    outputVariables: ['RegistryId', 'RepositoryName', 'ImageTag', 'ImageDigest', 'ImageURI'],
  };
}

async function findImage(run: ActionRun, { images, objects }: EcrSourceRooms): Promise<Progress> {
  const { account, region, revisionOverride } = run;
  const repositoryName = required(run, 'RepositoryName');
  const { ImageTag } = run.configuration;
  const tag = revisionOverride === undefined ? ImageTag || 'latest' : undefined;
  const reference = tag === undefined ? { digest: revisionOverride?.value ?? '' } : { tag };
  const wanted = { account, region, repositoryName, reference };
  const image = await images.find(wanted);
  if (image === undefined) throw notFound(wanted);
  const detail = imageDetail(image, wanted);
  await writeArtifact(run, objects, { body: writeTextZip('imageDetail.json', detail), limit: MAX_ARTIFACT });
  return {
    kind: 'succeeded',
    externalExecutionId: image.digest,
    summary: image.uri,
    revision: { revisionId: image.digest, revisionSummary: image.uri },
    outputVariables: {
      RegistryId: account,
      RepositoryName: repositoryName,
      ImageDigest: image.digest,
      ImageURI: image.uri,
      // As at AWS, a start that names a digest leaves no tag.
      ...(tag === undefined ? {} : { ImageTag: tag }),
    },
  };
}

function imageDetail(image: ImageInfo, { account, repositoryName, reference }: ImageRef): string {
  const detail = {
    ImageSizeInBytes: image.size === undefined ? undefined : String(image.size),
    ImageDigest: image.digest,
    Version: '1.0',
    RegistryId: account,
    RepositoryName: repositoryName,
    ImageURI: image.uri,
    ImageTags: 'tag' in reference ? [reference.tag] : [],
  };
  return `${JSON.stringify(detail, undefined, 2)}\n`;
}

function notFound({ account, repositoryName, reference }: ImageRef): ServiceError {
  const digest = 'digest' in reference ? reference.digest : null;
  const tag = 'tag' in reference ? reference.tag : null;
  return new ServiceError(
    'ImageNotFoundException',
    `The image with imageId {imageDigest:'${digest}', imageTag:'${tag}'} does not exist within the repository with name '${repositoryName}' in the registry with id '${account}'`,
  );
}

import type { Reader } from '../../../store/database.ts';
import { findBucket } from '../../../store/s3/buckets.ts';
import { invalidStructure } from '../errors.ts';
import type { PipelineDeclaration } from '../shapes.ts';

/**
 * Every artifact bucket must be there, and in the region of its store. What AWS says of one in another region was not seen whole:
 * its beginning and end are those of one that is missing.
 */
export async function checkArtifactBuckets(
  reader: Reader,
  { artifactStore, artifactStores }: PipelineDeclaration,
  region: string,
): Promise<void> {
  const stores = artifactStores ?? (artifactStore === undefined ? {} : { [region]: artifactStore });
  for (const [place, { location }] of Object.entries(stores)) {
    const bucket = await findBucket(reader, location);
    if (bucket?.region === place) continue;
    const wrong =
      bucket === undefined
        ? `No bucket with the name ${location} was found.`
        : `The bucket named ${location} is not located in the \`${place}\` AWS region.`;
    throw invalidStructure(
      `An error occurred while validating the artifact bucket '${location}': ${wrong} Choose a valid artifact bucket in '${place}', or create a new artifact bucket to use in your pipeline.`,
    );
  }
}

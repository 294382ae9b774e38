import type { TemporaryCredentials } from '../../../ports/credentials.ts';
import type { JobArtifact, JobDocument } from '../../../ports/jobs.ts';
import type { Artifact, AWSSessionCredentials, JobData } from '../shapes.ts';

/** A job's document in the shape of the API. */
export function jobData(document: JobDocument): JobData {
  const { artifactCredentials: credentials } = document;
  return {
    ...document,
    artifactCredentials: credentials && keyOf(credentials),
    inputArtifacts: document.inputArtifacts.map(artifact),
    outputArtifacts: document.outputArtifacts.map(artifact),
  };
}

function keyOf({ accessKeyId, secretAccessKey, sessionToken }: TemporaryCredentials): AWSSessionCredentials {
  return { accessKeyId, secretAccessKey, sessionToken };
}

function artifact({ name, revision, location }: JobArtifact): Artifact {
  return { name, revision, location };
}

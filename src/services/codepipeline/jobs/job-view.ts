import type { JobArtifact, JobDocument } from '../../../ports/jobs.ts';
import type { Artifact, JobData } from '../shapes.ts';

/** A job's document in the shape of the API. */
export function jobData(document: JobDocument): JobData {
  return {
    ...document,
    inputArtifacts: document.inputArtifacts.map(artifact),
    outputArtifacts: document.outputArtifacts.map(artifact),
  };
}

function artifact({ name, revision, location }: JobArtifact): Artifact {
  return { name, revision, location };
}

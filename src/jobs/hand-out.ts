import { readStatements } from '../credentials/policy-document.ts';
import { arn } from '../kernel/arn.ts';
import type { CredentialIssuer, Grant, PolicyStatement, Scope } from '../ports/credentials.ts';
import type { JobArtifact, JobDocument } from '../ports/jobs.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { JobRow } from '../store/codepipeline/jobs.ts';
import { openDocument } from './sealed-job.ts';

/** Whoever works longer asks for the details of the job again. */
const HOUR = 3600;

export interface HandOutRooms {
  readonly secrets: Secrets;
  readonly credentials: CredentialIssuer | undefined;
}

/** The job as its doer gets it: its secrets in clear, with credentials of its own, when there is an issuer of them. */
export async function handOut(job: JobRow, { secrets, credentials }: HandOutRooms): Promise<JobDocument> {
  const document = openDocument(job, secrets);
  const withToken = { ...document, continuationToken: job.continuationToken ?? undefined };
  const scope = scopeOf(document, job.permissions);
  if (credentials === undefined || scope === undefined) return withToken;
  const artifactCredentials = await credentials.issue({
    account: job.account,
    arn: arn('sts', '', job.account, `assumed-role/codepipeline-job/${job.id}`),
    userId: holderOf(job),
    seconds: HOUR,
    scope,
  });
  return { ...withToken, artifactCredentials };
}

/** Its artifacts, and what its type declared: undefined when that is nothing. */
function scopeOf({ inputArtifacts, outputArtifacts }: JobDocument, permissions: string | null): Scope | undefined {
  const grants = [...inputArtifacts.map(toRead), ...outputArtifacts.flatMap(toWrite)];
  if (permissions === null) return grants.length === 0 ? undefined : grants;
  return { statements: [...grants.map(statementOf), ...readStatements(permissions).statements] };
}

/** Names of artifacts' objects have nothing in them that would stand for others. */
function statementOf({ action, resource }: Grant): PolicyStatement {
  return {
    effect: 'Allow',
    actions: [action],
    exceptActions: false,
    resources: [resource],
    exceptResources: false,
    conditional: false,
  };
}

/** Who holds the keys of a job. */
export function holderOf({ id }: Pick<JobRow, 'id'>): string {
  return `codepipeline-job:${id}`;
}

function toRead({ location }: JobArtifact): Grant {
  return { action: 's3:GetObject', resource: resourceOf(location) };
}

/** In one go or in parts. */
function toWrite({ location }: JobArtifact): Grant[] {
  const resource = resourceOf(location);
  return ['s3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'].map((action) => ({
    action,
    resource,
  }));
}

function resourceOf({ s3Location }: JobArtifact['location']): string {
  return `arn:aws:s3:::${s3Location.bucketName}/${s3Location.objectKey}`;
}

import type { JobDocument } from '../ports/jobs.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { JobRow } from '../store/codepipeline/jobs.ts';

/** Jobs have secret values of the configuration: they are stored sealed, bound to their action. */
export function sealJob(
  document: JobDocument,
  clientToken: string | undefined,
  actionExecutionId: string,
  { seal }: Secrets,
): Pick<JobRow, 'document' | 'clientToken'> {
  return {
    document: seal(JSON.stringify(document), placeOf(actionExecutionId, 'document')),
    clientToken: clientToken === undefined ? null : seal(clientToken, placeOf(actionExecutionId, 'client-token')),
  };
}

export function openDocument({ document, actionExecutionId }: JobRow, { open }: Secrets): JobDocument {
  return JSON.parse(open(document, placeOf(actionExecutionId, 'document')));
}

/** Undefined when the job is no partner's. */
export function openClientToken({ clientToken, actionExecutionId }: JobRow, { open }: Secrets): string | undefined {
  return clientToken === null ? undefined : open(clientToken, placeOf(actionExecutionId, 'client-token'));
}

function placeOf(actionExecutionId: string, what: string): string {
  return `job/${actionExecutionId}/${what}`;
}

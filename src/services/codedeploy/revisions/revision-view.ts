import type { Revision } from '../../../store/codedeploy/application-revisions.ts';
import type { Application } from '../../../store/codedeploy/applications.ts';
import { listGroups } from '../../../store/codedeploy/deployment-groups.ts';
import type { Reader } from '../../../store/database.ts';
import type { GenericRevisionInfo } from '../shapes.ts';
import { checkRevision } from './revision-location.ts';

/** Names of the groups that a revision is the target of, by the revision's identity. */
export async function groupsByRevision(reader: Reader, application: Application): Promise<Map<string, string[]>> {
  const byIdentity = new Map<string, string[]>();
  for (const { name, targetRevision } of await listGroups(reader, application.id)) {
    if (targetRevision === null) continue;
    const { identity } = checkRevision(JSON.parse(targetRevision));
    byIdentity.set(identity, [...(byIdentity.get(identity) ?? []), name]);
  }
  return byIdentity;
}

export function revisionInfo(revision: Revision, deploymentGroups: readonly string[]): GenericRevisionInfo {
  const { description, registered, firstUsed, lastUsed } = revision;
  return {
    description: description ?? undefined,
    deploymentGroups,
    registerTime: new Date(registered),
    firstUsedTime: firstUsed === null ? undefined : new Date(firstUsed),
    lastUsedTime: lastUsed === null ? undefined : new Date(lastUsed),
  };
}

import { listRevisions, type Revision } from '../../../store/codedeploy/application-revisions.ts';
import { bucketNameFilterRequired } from '../errors.ts';
import { theApplication } from '../find.ts';
import { slice } from '../pages.ts';
import { groupsByRevision } from '../revisions/revision-view.ts';
import type { CodeDeployOperation } from '../rooms.ts';
import type { ListApplicationRevisionsInput, RevisionLocation } from '../shapes.ts';

export const ListApplicationRevisions: CodeDeployOperation<'ListApplicationRevisions'> = (input, call) => {
  if (input.s3KeyPrefix !== undefined && input.s3Bucket === undefined) throw bucketNameFilterRequired();
  return call.rooms.database.read(async (reader) => {
    const application = await theApplication(reader, call, input.applicationName);
    const deployed = await groupsByRevision(reader, application);
    const wanted = (await listRevisions(reader, application.id)).filter(
      (revision) =>
        isInBucket(JSON.parse(revision.location), input) && isAsDeployed(deployed.has(revision.identity), input),
    );
    const { items, nextToken } = slice(inOrder(wanted, input), input.nextToken);
    return { revisions: items.map(({ location }) => JSON.parse(location)), nextToken };
  });
};

function isInBucket(
  { s3Location }: RevisionLocation,
  { s3Bucket, s3KeyPrefix = '' }: ListApplicationRevisionsInput,
): boolean {
  if (s3Bucket === undefined) return true;
  return s3Location?.bucket === s3Bucket && (s3Location.key ?? '').startsWith(s3KeyPrefix);
}

function isAsDeployed(isDeployed: boolean, { deployed = 'ignore' }: ListApplicationRevisionsInput): boolean {
  return deployed === 'ignore' || isDeployed === (deployed === 'include');
}

const TIMES = {
  registerTime: ({ registered }: Revision) => registered,
  firstUsedTime: ({ firstUsed }: Revision) => firstUsed ?? 0,
  lastUsedTime: ({ lastUsed }: Revision) => lastUsed ?? 0,
} as const;

function inOrder(
  revisions: readonly Revision[],
  { sortBy, sortOrder }: ListApplicationRevisionsInput,
): readonly Revision[] {
  if (sortBy === undefined) return revisions;
  const ascending = revisions.toSorted((one, other) => TIMES[sortBy](one) - TIMES[sortBy](other));
  // Those of one moment too: one order is the other's reverse.
  return sortOrder === 'descending' ? ascending.toReversed() : ascending;
}

import type { SourceRevision } from '@aws-sdk/client-codepipeline';
import Box from '@cloudscape-design/components/box';
import { LinkOfApi } from '../addresses/link-of-api.tsx';

/** What the sources of an execution were: the revision of each, and its summary. */
export function Revisions({ revisions = [] }: { readonly revisions: readonly SourceRevision[] | undefined }) {
  if (revisions.length === 0) return <>-</>;
  return revisions.map(({ actionName, revisionId = '', revisionSummary, revisionUrl }) => {
    const id = (
      <Box variant="code" color="inherit">
        {revisionId.slice(0, 8)}
      </Box>
    );
    return (
      <div key={actionName}>
        {revisionUrl === undefined ? id : <LinkOfApi href={revisionUrl}>{id}</LinkOfApi>} {revisionSummary}
      </div>
    );
  });
}

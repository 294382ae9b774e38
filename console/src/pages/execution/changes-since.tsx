import type { SourceRevision } from '@aws-sdk/client-codepipeline';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { PageLink, pagePath } from '../../parts/addresses/page-link.tsx';
import { Revisions } from '../../parts/executions/revisions.tsx';
import { shortId } from '../../parts/executions/short-id.ts';
import { useDeclaration } from '../pipeline/use-pipeline.ts';
import { Differences } from './differences.tsx';
import { useHistoryOf } from './use-execution.ts';

/** The commit an execution took, and the files that changed since the last execution that succeeded. */
export function ChangesSince({ name, id }: { readonly name: string; readonly id: string }) {
  const history = useHistoryOf(name, id);
  const declaration = useDeclaration(name);
  const { summary, lastSuccess } = history.data ?? {};
  const sources = declaration.data?.stages?.[0]?.actions ?? [];
  return (
    <Container
      header={
        <Header
          description={
            lastSuccess && (
              <>
                Since{' '}
                <PageLink to={pagePath('pipelines', name, 'executions', lastSuccess.pipelineExecutionId ?? '')}>
                  {shortId(lastSuccess.pipelineExecutionId)}
                </PageLink>
                , the last that succeeded before
              </>
            )
          }
        >
          Changes
        </Header>
      }
    >
      <Revisions revisions={summary?.sourceRevisions} />
      {lastSuccess !== undefined &&
        sources
          .filter(({ actionTypeId }) => actionTypeId?.provider === 'CodeCommit')
          .map(({ name: action, configuration }) => (
            <Differences
              key={action}
              repository={configuration?.RepositoryName ?? ''}
              before={revisionOf(lastSuccess.sourceRevisions, action)}
              after={revisionOf(summary?.sourceRevisions, action)}
            />
          ))}
    </Container>
  );
}

function revisionOf(revisions: readonly SourceRevision[] | undefined, action: string | undefined): string | undefined {
  return revisions?.find(({ actionName }) => actionName === action)?.revisionId;
}

import { GetDifferencesCommand } from '@aws-sdk/client-codecommit';
import type { SourceRevision } from '@aws-sdk/client-codepipeline';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { useQuery } from '@tanstack/react-query';
import { PageLink, pagePath } from '../../parts/page-link.tsx';
import { Revisions } from '../../parts/revisions.tsx';
import { shortId } from '../../parts/short-id.ts';
import { useCodeCommit } from '../../wire/codecommit.ts';
import { useDeclaration } from '../pipeline/use-pipeline.ts';
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

interface DifferencesProps {
  readonly repository: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

const MARKS: Readonly<Record<string, string>> = { A: 'Added', M: 'Changed', D: 'Deleted' };

function Differences({ repository, before, after }: DifferencesProps) {
  const client = useCodeCommit();
  const differences = useQuery({
    queryKey: ['wire', 'repositories', repository, 'differences', before, after],
    enabled: before !== undefined && after !== undefined && before !== after,
    queryFn: async () => {
      const input = { repositoryName: repository, beforeCommitSpecifier: before, afterCommitSpecifier: after };
      return (await client.send(new GetDifferencesCommand(input))).differences ?? [];
    },
  });
  if (before === after) return <Box color="text-body-secondary">{repository}: the same commit.</Box>;
  return (
    <ul>
      {differences.data?.map(({ beforeBlob, afterBlob, changeType = 'M' }) => {
        const path = afterBlob?.path ?? beforeBlob?.path;
        return (
          <li key={path}>
            {MARKS[changeType]} {path}
          </li>
        );
      })}
    </ul>
  );
}

import type { ActionDeclaration, ActionState } from '@aws-sdk/client-codepipeline';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { LinkOfApi } from '../../parts/addresses/link-of-api.tsx';
import { PageLink, pagePath } from '../../parts/addresses/page-link.tsx';
import { onDemand } from '../../parts/on-demand.tsx';
import { Status } from '../../parts/status/status.tsx';
import { Ago, Duration } from '../../parts/values/time.tsx';
import type { AttemptTimes } from './use-attempt-times.ts';

const ReviewApproval = onDemand(async () => (await import('./review-approval.tsx')).ReviewApproval);

interface ActionCardProps {
  readonly pipeline: string;
  readonly stage: string;
  readonly action: ActionDeclaration;
  readonly state: ActionState | undefined;
  readonly times: ReadonlyMap<string, AttemptTimes>;
  /** Executions beside each other have no state in common: what each does stands with it. */
  readonly isParallel: boolean;
}

/** One action as it stands, with the way to its details. */
export function ActionCard({ pipeline, stage, action, state, times, isParallel }: ActionCardProps) {
  /** The token of what is reviewed: it stays open when somebody else decides, and says so. */
  const [reviewing, setReviewing] = useState<string>();
  const { name = '', actionTypeId } = action;
  const latest = state?.latestExecution;
  const time = times.get(latest?.actionExecutionId ?? '');
  const path = pagePath('pipelines', pipeline, 'stages', stage, 'actions', name);
  return (
    <article aria-label={`Action ${name}`} className="anywhere">
      <SpaceBetween size="xxs">
        <SpaceBetween size="xs" direction="horizontal" alignItems="center">
          <Box variant="h3" padding="n">
            {name}
          </Box>
          <Box color="text-body-secondary">{actionTypeId?.provider}</Box>
        </SpaceBetween>
        <SpaceBetween size="xs" direction="horizontal" alignItems="center">
          {(latest !== undefined || !isParallel) && <Status status={latest?.status} />}
          {latest?.lastStatusChange !== undefined && latest.status !== 'InProgress' && (
            <Ago time={latest.lastStatusChange} />
          )}
          {time !== undefined && (
            <Box color="text-body-secondary">
              {time.to === undefined ? 'for' : 'took'} <Duration from={time.from} to={time.to} />
            </Box>
          )}
        </SpaceBetween>
        {latest?.percentComplete !== undefined && latest.status === 'InProgress' && (
          <ProgressBar value={latest.percentComplete} ariaLabel={`Progress of ${name}`} />
        )}
        {state?.currentRevision?.revisionId !== undefined && (
          <Revision id={state.currentRevision.revisionId} url={state.revisionUrl} />
        )}
        <Box color={latest?.status === 'Failed' ? 'text-status-error' : 'text-body-secondary'}>
          <div className="few-lines">{latest?.errorDetails?.message ?? latest?.summary}</div>
        </Box>
        <SpaceBetween size="s" direction="horizontal">
          {latest?.token !== undefined && <Button onClick={() => setReviewing(latest.token)}>Review</Button>}
          {latest !== undefined && <PageLink to={path}>Details</PageLink>}
          {latest?.externalExecutionUrl !== undefined && (
            <LinkOfApi href={latest.externalExecutionUrl}>{externalWord(actionTypeId?.provider)}</LinkOfApi>
          )}
        </SpaceBetween>
      </SpaceBetween>
      {reviewing !== undefined && (
        <ReviewApproval
          pipeline={pipeline}
          stage={stage}
          action={name}
          token={reviewing}
          onClose={() => setReviewing(undefined)}
        />
      )}
    </article>
  );
}

function Revision({ id, url }: { readonly id: string; readonly url: string | undefined }) {
  const text = (
    <Box variant="code" color="inherit">
      {id.slice(0, 12)}
    </Box>
  );
  return url === undefined ? text : <LinkOfApi href={url}>{text}</LinkOfApi>;
}

function externalWord(provider: string | undefined): string {
  if (provider === 'CodeBuild' || provider === 'Commands') return 'Build';
  if (provider === 'CodeCommit') return 'Repository';
  return provider === 'CodeDeploy' ? 'Deployment' : 'Open';
}

import { connectedPlace, repositoryPlace } from '../../../kernel/source-place.ts';
import type { ActionDeclaration, PipelineDeclaration } from '../shapes.ts';
import type { GitTrigger } from './git-trigger.ts';

export interface PipelinePlace {
  readonly account: string;
  readonly region: string;
}

/** A source whose repository's events may start the pipeline. */
export interface GitWatch {
  /** As in kernel/source-place. */
  readonly place: string;
  readonly trigger: GitTrigger;
  /** How such a start is called in the history: filters are WebhookV2, pushes that are detected by themselves Webhook. */
  readonly triggerType: 'Webhook' | 'WebhookV2';
  /** What is told as its detail: the connection, or the repository. */
  readonly triggerDetail: string;
}

/**
 * A source action as git events see it; undefined when they do not concern it. A trigger takes the place of the detection of
 * changes; one without filters means pushes to the branch of the configuration. As our own extension a trigger may also belong to
 * a CodeCommit source, which is not polled then.
 *
 * Gaps: triggerDetail is the ARN of the connection, which AWS is known to tell for Webhook; for WebhookV2 it is unverified.
 */
export function gitWatch(
  { triggers = [] }: Pick<PipelineDeclaration, 'triggers'>,
  { name, actionTypeId, configuration = {} }: ActionDeclaration,
  at: PipelinePlace,
): GitWatch | undefined {
  const declared = triggers.find(({ gitConfiguration }) => gitConfiguration.sourceActionName === name);
  const { BranchName = '', ConnectionArn = '', FullRepositoryId = '', RepositoryName = '' } = configuration;
  const filters = declared?.gitConfiguration;
  const hasFilters = filters?.push !== undefined || filters?.pullRequest !== undefined;
  const trigger = hasFilters
    ? ({ kind: 'filters', filters } as const)
    : ({ kind: 'branch', branch: BranchName } as const);
  const triggerType = declared === undefined ? 'Webhook' : 'WebhookV2';
  if (actionTypeId.provider === 'CodeStarSourceConnection') {
    if (declared === undefined && configuration.DetectChanges === 'false') return undefined;
    const place = connectedPlace(ConnectionArn, FullRepositoryId);
    return { place, trigger, triggerType, triggerDetail: ConnectionArn };
  }
  if (actionTypeId.provider !== 'CodeCommit' || declared === undefined) return undefined;
  const place = repositoryPlace({ ...at, repositoryName: RepositoryName });
  const triggerDetail = `arn:aws:codecommit:${at.region}:${at.account}:${RepositoryName}`;
  return { place, trigger, triggerType, triggerDetail };
}

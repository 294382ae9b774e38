import type { BuildBatchRow } from '../../../store/codebuild/build-batches.ts';
import {
  type BatchFacts,
  type BatchGroup,
  type BatchPhase,
  batchFactsOf,
  batchProgressOf,
  type GroupBuild,
} from '../batch-facts.ts';
import { DOWNLOAD_SOURCE } from '../batchspec.ts';
import { batchArn, buildArn } from '../names.ts';
import type { BuildBatch, BuildBatchPhase, BuildGroup, BuildSummary, ResolvedArtifact } from '../shapes.ts';

/** The batch as the API shows it. */
export function batchView(row: BuildBatchRow): BuildBatch {
  const facts = batchFactsOf(row);
  const progress = batchProgressOf(row);
  const { logsConfig, pipeline: _, config, timeoutInMinutes, secondaryArtifacts: _artifacts, ...shown } = facts;
  return {
    ...shown,
    id: row.id,
    arn: batchArn(row, row.id),
    buildBatchNumber: row.number,
    projectName: row.projectName,
    startTime: new Date(row.created),
    endTime: row.ended === null ? undefined : new Date(row.ended),
    currentPhase: progress.currentPhase,
    buildBatchStatus: row.status,
    complete: row.ended !== null,
    resolvedSourceVersion: progress.resolvedSourceVersion,
    phases: progress.phases.map(phaseView),
    artifacts: progress.artifacts,
    secondaryArtifacts: progress.secondaryArtifacts,
    logConfig: {
      cloudWatchLogs: logsConfig?.cloudWatchLogs ?? { status: 'ENABLED' },
      s3Logs: logsConfig?.s3Logs ?? { status: 'DISABLED', encryptionDisabled: false },
    },
    buildTimeoutInMinutes: timeoutInMinutes,
    buildBatchConfig: config,
    buildGroups: progress.groups.map((group) => groupView(row, facts, group)),
  };
}

function phaseView({ type, status, start, end, contexts }: BatchPhase): BuildBatchPhase {
  return {
    phaseType: type,
    // AWS uses more words here than its enum has.
    phaseStatus: status as BuildBatchPhase['phaseStatus'],
    startTime: new Date(start),
    endTime: end === undefined ? undefined : new Date(end),
    durationInSeconds: end === undefined ? undefined : Math.floor((end - start) / 1000),
    contexts,
  };
}

function groupView(row: BuildBatchRow, facts: BatchFacts, { task, current, prior }: BatchGroup): BuildGroup {
  const type = task.identifier === DOWNLOAD_SOURCE ? 'NO_ARTIFACTS' : facts.artifacts.type;
  const view = (build: GroupBuild) => summaryView(row, build, { type, identifier: task.identifier });
  return {
    identifier: task.identifier,
    dependsOn: task.identifier === DOWNLOAD_SOURCE ? undefined : (task.dependsOn ?? []),
    ignoreFailure: task.ignoreFailure,
    currentBuildSummary: view(current),
    priorBuildSummaryList: prior.length === 0 ? undefined : prior.map(view),
  };
}

interface Artifact {
  readonly type: string;
  readonly identifier: string;
}

function summaryView(
  row: BuildBatchRow,
  { buildId, requested, status, outcome }: GroupBuild,
  { type, identifier }: Artifact,
): BuildSummary {
  return {
    arn: buildArn(row, buildId),
    requestedOn: new Date(requested),
    // As above: a build that waits is PENDING.
    buildStatus: status as BuildSummary['buildStatus'],
    primaryArtifact: outcome && resolved(type, identifier, outcome.artifacts.location),
    secondaryArtifacts: outcome?.secondaryArtifacts.map(({ artifactIdentifier = '', location }) =>
      resolved(type, artifactIdentifier, location),
    ),
  };
}

/** AWS writes the types of artifacts small here. */
function resolved(type: string, identifier: string, location: string | undefined): ResolvedArtifact {
  return { type: type.toLowerCase() as ResolvedArtifact['type'], identifier, location: location || undefined };
}

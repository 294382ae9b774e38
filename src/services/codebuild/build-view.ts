import { type ConsoleLinks, consoleLinks } from '../../kernel/console-links.ts';
import type { BuildRow } from '../../store/codebuild/builds.ts';
import { type BuildFacts, type BuildProgress, factsOf, type Phase, progressOf } from './build-facts.ts';
import { type LogPlace, logPlace, logStreamArn } from './log-place.ts';
import { batchArn, buildArn } from './names.ts';
import { durationOf } from './phases.ts';
import type { Build, BuildPhase, LogsLocation } from './shapes.ts';

/** The build as the API shows it; `endpoint` is the server's base URL. */
export function buildView(row: BuildRow, endpoint: string): Build {
  const facts = factsOf(row);
  const progress = progressOf(row);
  const { logsConfig, pipeline: _, secondaryArtifacts: _artifacts, batch, ...shown } = facts;
  const exported = progress.exportedVariables;
  return {
    ...shown,
    id: row.id,
    arn: buildArn(row, row.id),
    buildNumber: row.number,
    projectName: row.projectName,
    startTime: new Date(row.created),
    endTime: row.ended === null ? undefined : new Date(row.ended),
    currentPhase: progress.currentPhase,
    buildStatus: row.status,
    buildComplete: row.ended !== null,
    resolvedSourceVersion: progress.resolvedSourceVersion,
    phases: progress.phases.map(phaseView),
    artifacts: progress.artifacts,
    secondaryArtifacts: progress.secondaryArtifacts,
    buildBatchArn: batch && batchArn(row, batch.id),
    exportedEnvironmentVariables: exported.length === 0 ? undefined : exported,
    logs: logsView(row, facts, progress, consoleLinks(endpoint, row.region)),
  };
}

function phaseView(phase: Phase): BuildPhase {
  return {
    phaseType: phase.type,
    phaseStatus: phase.status,
    startTime: new Date(phase.start),
    endTime: phase.end === undefined ? undefined : new Date(phase.end),
    durationInSeconds: durationOf(phase),
    contexts: phase.contexts,
  };
}

function logsView(
  row: BuildRow,
  { logsConfig }: BuildFacts,
  { logged }: BuildProgress,
  links: ConsoleLinks,
): LogsLocation {
  const place = logPlace(row, logsConfig);
  return {
    ...(logged && place !== undefined ? shownPlace(row, place, links) : unknownPlace(row, links)),
    cloudWatchLogs: logsConfig?.cloudWatchLogs ?? { status: 'ENABLED' },
    s3Logs: logsConfig?.s3Logs ?? { status: 'DISABLED', encryptionDisabled: false },
  };
}

function shownPlace(row: BuildRow, place: LogPlace, links: ConsoleLinks): LogsLocation {
  return {
    groupName: place.group,
    streamName: place.stream,
    deepLink: links.log(place.group, place.stream),
    cloudWatchLogsArn: logStreamArn(row, place),
  };
}

/** AWS shows this until the stream is there. */
function unknownPlace(row: BuildRow, links: ConsoleLinks): LogsLocation {
  return {
    deepLink: links.log('null', 'null'),
    cloudWatchLogsArn: logStreamArn(row, { group: 'null', stream: 'null' }),
  };
}

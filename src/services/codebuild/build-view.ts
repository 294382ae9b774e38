import type { BuildRow } from '../../store/builds.ts';
import { type BuildFacts, type BuildProgress, factsOf, type Phase, progressOf } from './build-facts.ts';
import { type LogPlace, linksOf, logPlace } from './log-place.ts';
import { buildArn } from './names.ts';
import { durationOf } from './phases.ts';
import type { Build, BuildPhase, LogsLocation } from './shapes.ts';

/** The build as the API shows it. */
export function buildView(row: BuildRow): Build {
  const facts = factsOf(row);
  const progress = progressOf(row);
  const { logsConfig, pipeline: _, secondaryArtifacts: _artifacts, ...shown } = facts;
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
    exportedEnvironmentVariables: exported.length === 0 ? undefined : exported,
    logs: logsView(row, facts, progress),
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

function logsView(row: BuildRow, { logsConfig }: BuildFacts, { logged }: BuildProgress): LogsLocation {
  const place = logPlace(row, logsConfig);
  return {
    ...(logged && place !== undefined ? shownPlace(row, place) : unknownPlace(row)),
    cloudWatchLogs: logsConfig?.cloudWatchLogs ?? { status: 'ENABLED' },
    s3Logs: logsConfig?.s3Logs ?? { status: 'DISABLED', encryptionDisabled: false },
  };
}

function shownPlace(row: BuildRow, place: LogPlace): LogsLocation {
  const { arn, page } = linksOf(row, place);
  return { groupName: place.group, streamName: place.stream, deepLink: page, cloudWatchLogsArn: arn };
}

/** AWS shows this until the stream is there. */
function unknownPlace(row: BuildRow): LogsLocation {
  return {
    deepLink: `https://console.aws.amazon.com/cloudwatch/home?region=${row.region}#logEvent:group=null;stream=null`,
    cloudWatchLogsArn: linksOf(row, { group: 'null', stream: 'null' }).arn,
  };
}

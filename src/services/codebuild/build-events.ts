import type { ServiceEvent } from '../../events/events.ts';
import { type ConsoleLinks, consoleLinks } from '../../kernel/console-links.ts';
import type { BuildStatus } from '../../store/codebuild/begun.ts';
import type { BuildRow } from '../../store/codebuild/builds.ts';
import { type BuildFacts, type BuildProgress, factsOf, type Phase, type PhaseContext } from './build-facts.ts';
import { logPlace } from './log-place.ts';
import { buildArn } from './names.ts';
import { durationOf } from './phases.ts';

/** The events of CodeBuild, with the exact JSON of their details. */
export interface BuildMoment {
  readonly row: BuildRow;
  readonly status: BuildStatus;
  readonly progress: BuildProgress;
  /** Milliseconds. */
  readonly time: number;
  /** Base URL of the server. */
  readonly endpoint: string;
}

export function stateEvent(moment: BuildMoment): ServiceEvent {
  const { row, status } = moment;
  const complete = status !== 'IN_PROGRESS';
  return event('CodeBuild Build State Change', moment, {
    'build-status': status,
    'project-name': row.projectName,
    'build-id': buildArn(row, row.id),
    'additional-information': informationOf(moment),
    'current-phase': complete ? 'COMPLETED' : 'SUBMITTED',
    'current-phase-context': complete ? '[: ]' : '[]',
    version: '1',
  });
}

export function phaseEvent(moment: BuildMoment, phase: Phase): ServiceEvent {
  const { row } = moment;
  return event('CodeBuild Build Phase Change', moment, {
    'completed-phase': phase.type,
    'project-name': row.projectName,
    'build-id': buildArn(row, row.id),
    'completed-phase-context': printed(phase.contexts),
    'additional-information': informationOf(moment),
    'completed-phase-status': phase.status,
    'completed-phase-duration-seconds': durationOf(phase),
    version: '1',
    'completed-phase-start': timeText(phase.start),
    'completed-phase-end': timeText(phase.end ?? phase.start),
  });
}

function event(
  detailType: string,
  { row, time }: BuildMoment,
  detail: Readonly<Record<string, unknown>>,
): ServiceEvent {
  const { account, region } = row;
  return { source: 'aws.codebuild', detailType, account, region, time, resources: [buildArn(row, row.id)], detail };
}

function informationOf({ row, status, progress, endpoint }: BuildMoment): Record<string, unknown> {
  const facts = factsOf(row);
  return {
    cache: { type: facts.cache.type },
    ...(progress.currentPhase === 'QUEUED' ? {} : { 'build-number': row.number }),
    'timeout-in-minutes': facts.timeoutInMinutes,
    'build-complete': status !== 'IN_PROGRESS',
    initiator: facts.initiator,
    'build-start-time': timeText(row.created),
    source: sourceOf(facts),
    'source-version': progress.resolvedSourceVersion ?? facts.sourceVersion,
    artifact: artifactOf(progress),
    environment: environmentOf(facts),
    'project-file-system-locations': [],
    logs: progress.logged ? logsOf(row, facts, consoleLinks(endpoint, row.region)) : undefined,
    phases: progress.phases.map(phaseOf),
    'queued-timeout-in-minutes': facts.queuedTimeoutInMinutes,
  };
}

function sourceOf({ source }: BuildFacts): object {
  return {
    buildspec: source.buildspec,
    'report-build-status': source.reportBuildStatus,
    location: source.location,
    type: source.type,
  };
}

function artifactOf({ artifacts }: BuildProgress): object {
  return { md5sum: artifacts.md5sum, sha256sum: artifacts.sha256sum, location: artifacts.location };
}

function environmentOf({ environment }: BuildFacts): object {
  return {
    image: environment.image,
    'privileged-mode': environment.privilegedMode,
    'image-pull-credentials-type': environment.imagePullCredentialsType,
    'compute-type': environment.computeType,
    type: environment.type,
    'environment-variables': environment.environmentVariables ?? [],
  };
}

function logsOf(row: BuildRow, facts: BuildFacts, links: ConsoleLinks): object | undefined {
  const place = logPlace(row, facts.logsConfig);
  if (place === undefined) return undefined;
  return { 'group-name': place.group, 'stream-name': place.stream, 'deep-link': links.log(place.group, place.stream) };
}

function phaseOf(phase: Phase): object {
  const ended =
    phase.end === undefined ? {} : { 'end-time': timeText(phase.end), 'duration-in-seconds': durationOf(phase) };
  const contexts = phase.end === undefined ? {} : { 'phase-context': texts(phase.contexts) };
  return {
    ...contexts,
    'start-time': timeText(phase.start),
    ...ended,
    'phase-type': phase.type,
    'phase-status': phase.status,
  };
}

function texts(contexts: readonly PhaseContext[] | undefined): string[] {
  return (contexts ?? []).map(({ statusCode, message }) => `${statusCode}: ${message}`);
}

function printed(contexts: readonly PhaseContext[] | undefined): string {
  return `[${texts(contexts).join(', ')}]`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Such as `Oct 14, 2020 9:28:52 PM`, in UTC. */
export function timeText(milliseconds: number): string {
  const time = new Date(milliseconds);
  const hours = time.getUTCHours();
  const clock = [hours % 12 === 0 ? 12 : hours % 12, two(time.getUTCMinutes()), two(time.getUTCSeconds())].join(':');
  return `${MONTHS[time.getUTCMonth()]} ${time.getUTCDate()}, ${time.getUTCFullYear()} ${clock} ${hours < 12 ? 'AM' : 'PM'}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

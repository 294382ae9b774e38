import type { BusEvent } from '../../wire/event.ts';

/** Members of details that say of whom an event is, and what became of it: of each service its own. */
const WHO = ['pipeline', 'project-name', 'repositoryName', 'application', 'bucket'];
const WHERE = ['action', 'stage', 'completed-phase', 'instanceId', 'referenceName'];
const WHAT = ['state', 'completed-phase-status', 'build-status', 'event'];

/** `lab-app · Build · SUCCEEDED`. */
export function eventWords({ detail }: BusEvent): string {
  return [WHO, WHERE, WHAT]
    .flatMap((names) => names.map((name) => detail[name]).find((value) => typeof value === 'string') ?? [])
    .join(' · ');
}

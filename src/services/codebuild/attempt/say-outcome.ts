import type { PhaseOutcome } from '../phases.ts';
import type { BuildLog } from './build-log.ts';

export function sayOutcome(log: BuildLog, name: string, { status, contexts }: PhaseOutcome): void {
  const [context = { statusCode: '', message: '' }] = contexts ?? [];
  log.say(`Phase complete: ${name} State: ${status}`);
  log.say(`Phase context status code: ${context.statusCode} Message: ${context.message}`);
}

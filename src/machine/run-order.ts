import type { ActionFacts, ActionPlan } from './facts.ts';

/**
 * The actions to start now: those of the lowest run order that is not complete, when every action of a lower one succeeded.
 * Once an action has failed no other starts; those of the same run order, started with it, go on.
 */
export function nextActions(plan: readonly ActionPlan[], started: readonly ActionFacts[]): string[] {
  const statusOf = new Map(started.map(({ name, status }) => [name, status]));
  const open = plan.filter(({ name }) => statusOf.get(name) !== 'Succeeded');
  const lowest = Math.min(...open.map(({ runOrder }) => runOrder));
  const turn = open.filter(({ runOrder }) => runOrder === lowest);
  if (turn.some(({ name }) => hasFailed(statusOf.get(name)))) return [];
  return turn.filter(({ name }) => !statusOf.has(name)).map(({ name }) => name);
}

function hasFailed(status: ActionFacts['status'] | undefined): boolean {
  return status === 'Failed' || status === 'Abandoned';
}

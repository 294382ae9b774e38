import type { Clock } from '../kernel/clock.ts';

const LEAST_MS = 250;
const MOST_MS = 15_000;

/** When to look again at what runs elsewhere and cannot wake us: the longer it runs the later. */
export function nextLook({ startedAt }: { readonly startedAt: number }, clock: Clock): number {
  const now = clock.now();
  return now + Math.round(Math.min(Math.max((now - startedAt) / 10, LEAST_MS), MOST_MS));
}

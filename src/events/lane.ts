import { createHash } from 'node:crypto';
import type { BusPlace } from '../store/rules.ts';
import type { StoredTarget } from './target.ts';

export interface Addressed {
  /** Name of the rule. */
  readonly rule: string;
  /** The target as JSON. */
  readonly target: string;
  /** The envelope as JSON. */
  readonly event: string;
}

/** One lane for what one target of one rule is told about one resource; events about none have a lane each. */
export function laneOf({ account, region }: BusPlace, { rule, target, event }: Addressed): string {
  const { Id }: StoredTarget = JSON.parse(target);
  const { id, resources }: { id: string; resources: readonly string[] } = JSON.parse(event);
  const parts = [account, region, rule, Id, resources[0] ?? id];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

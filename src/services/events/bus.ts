/** Gaps: the default bus of each account and region is the only one. */
import { arn } from '../../kernel/arn.ts';
import type { BusPlace } from '../../store/rules.ts';
import { busNotFound } from './errors.ts';

export const DEFAULT_BUS = 'default';

export function busArn({ account, region }: BusPlace): string {
  return arn('events', region, account, `event-bus/${DEFAULT_BUS}`);
}

/** A bus is named, or given by its ARN; without either it is the default one. */
export function isDefaultBus(place: BusPlace, bus: string | undefined): boolean {
  return bus === undefined || bus === DEFAULT_BUS || bus === busArn(place);
}

export function requireDefaultBus(place: BusPlace, bus: string | undefined): void {
  if (!isDefaultBus(place, bus)) throw busNotFound(bus?.replace(/^.*:event-bus\//, '') ?? '');
}

import { arn } from '../kernel/arn.ts';
import type { BusPlace } from '../store/rules.ts';
import type { InputShape } from './shape-input.ts';

/** A target of a rule, as it is stored: AWS's own members. */
export interface StoredTarget extends InputShape {
  readonly Id: string;
  readonly Arn: string;
  readonly RoleArn?: string | undefined;
  readonly RetryPolicy?:
    | {
        readonly MaximumRetryAttempts?: number | undefined;
        readonly MaximumEventAgeInSeconds?: number | undefined;
      }
    | undefined;
}

/** ARN of a rule of the default bus. */
export function ruleArn({ account, region }: BusPlace, name: string): string {
  return arn('events', region, account, `rule/${name}`);
}

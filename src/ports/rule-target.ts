import type { Arn } from '../kernel/arn.ts';

/** What an event rule sends to a target. */
export interface Delivery {
  readonly account: string;
  readonly region: string;
  readonly ruleArn: string;
  readonly roleArn: string | undefined;
  readonly target: Arn & { readonly text: string };
  /** The event, or what Input, InputPath or InputTransformer made of it: JSON text. */
  readonly payload: string;
  /** Whether the payload was shaped; an unshaped event says nothing about how to start the target. */
  readonly shaped: boolean;
  /** The same for every attempt to deliver one event to one target: for idempotency. */
  readonly id: string;
}

/**
 * A kind of thing that rules can start. Throws a ServiceError when the target refuses (not tried again when the target is
 * missing or the input is wrong), anything else when it should be tried again.
 */
export interface RuleTarget {
  /** Service part of the ARNs it takes, such as `codepipeline`. */
  readonly service: string;
  /** Whether PutTargets demands a RoleArn, as AWS does for this kind. */
  readonly needsRole: boolean;
  accepts(target: Arn): boolean;
  deliver(delivery: Delivery): Promise<void>;
}

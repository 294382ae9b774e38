import type {
  ActionLinks,
  ActionRun,
  ConfigurationProperty,
  Ended,
  LinkedAction,
  Progress,
  Range,
} from '../actions/action.ts';

/** `{category, owner, provider, version}`, such as Rule / AWS / VariableCheck / 1. */
export interface RuleType {
  readonly category: 'Rule';
  readonly owner: 'AWS';
  readonly provider: string;
  readonly version: string;
}

/** One evaluation of a rule, as its provider sees it. */
export interface RuleRun
  extends Pick<
    ActionRun,
    | 'pipelineExecutionId'
    | 'account'
    | 'region'
    | 'pipelineName'
    | 'stageName'
    | 'configuration'
    | 'roleArn'
    | 'copies'
    | 'inputs'
    | 'externalExecutionId'
    | 'startedAt'
    | 'deadline'
    | 'wake'
  > {
  readonly ruleExecutionId: string;
  readonly ruleName: string;
  /** When its condition is looked at: before the stage is entered, or after its actions have succeeded or failed. */
  readonly hook: 'beforeEntry' | 'onSuccess' | 'onFailure';
  /** Of a Commands rule, every `#{namespace.key}` replaced. */
  readonly commands: readonly string[];
}

/**
 * A kind of rule. Its progress is that of an action: it passes when it succeeds. `start` may be called again for the same rule
 * execution id after a crash and must then find what it started, not start it twice. A ServiceError thrown means that the rule
 * cannot be evaluated, and counts as not passed; any other error is tried again, later and later, until the deadline.
 */
export interface RuleProvider {
  readonly type: RuleType;
  readonly inputs: Range;
  readonly configuration: readonly ConfigurationProperty[];
  /** Whether it runs the commands of its declaration. */
  readonly takesCommands?: boolean | undefined;
  /** Default time-out. */
  readonly timeoutMinutes: number;
  /** What is wrong with a configuration beyond missing and unknown keys; in words for whoever declares the rule. */
  check?(configuration: Readonly<Record<string, string>>, inputs: readonly string[]): string | undefined;
  /** Pages about what it works with. */
  links?(rule: LinkedAction): ActionLinks;
  start(run: RuleRun): Promise<Progress>;
  poll(run: RuleRun): Promise<Progress>;
  /** As an action's. */
  stop(run: RuleRun): Promise<Ended | undefined>;
}

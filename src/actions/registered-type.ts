import type { ActionType, ConfigurationProperty, Range } from './action.ts';

/** A type of action that an account registered: a custom one of its own, or a partner's. As it is kept in the store. */
export interface RegisteredType {
  readonly id: ActionType;
  readonly description?: string | undefined;
  readonly inputs: Range;
  readonly outputs: Range;
  readonly properties: readonly ConfigurationProperty[];
  readonly urls: TypeUrls;
  /** Who does the jobs of a partner's type. */
  readonly executor?: Executor | undefined;
  /** Who may use a partner's type: account ids, or `*`. */
  readonly allowedAccounts?: readonly string[] | undefined;
}

export interface TypeUrls {
  readonly configurationUrl?: string | undefined;
  /** Templates may hold `{Config:Name}` and `{ExternalExecutionId}`. */
  readonly entityUrlTemplate?: string | undefined;
  readonly executionUrlTemplate?: string | undefined;
  readonly revisionUrlTemplate?: string | undefined;
}

export interface Executor {
  /** In seconds, of one job. */
  readonly jobTimeout?: number | undefined;
  readonly pollingAccounts?: readonly string[] | undefined;
  readonly pollingServicePrincipals?: readonly string[] | undefined;
  /** The function that does the jobs; workers do them where there is none. */
  readonly lambdaFunctionArn?: string | undefined;
  /** Statements of a policy, as they were declared: what credentials of the jobs are good for beside their artifacts. */
  readonly policyStatementsTemplate?: string | undefined;
}

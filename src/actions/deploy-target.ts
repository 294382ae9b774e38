/** An attempt at a deploy action, whose targets are asked for. Times in milliseconds. */
export interface DeployedAction {
  readonly account: string;
  readonly region: string;
  readonly configuration: Readonly<Record<string, string>>;
  readonly externalExecutionId: string | undefined;
  readonly status: 'InProgress' | 'Succeeded' | 'Failed' | 'Abandoned';
  readonly started: number;
  /** Undefined while it runs. */
  readonly ended: number | undefined;
}

/** One place that is deployed to, such as a server or a bucket, and how far it is there. */
export interface DeployTarget {
  readonly id: string;
  readonly type: string;
  readonly status: string;
  readonly started?: number | undefined;
  readonly ended?: number | undefined;
  readonly events: readonly DeployTargetEvent[];
}

export interface DeployTargetEvent {
  readonly name: string;
  readonly status: string;
  readonly started?: number | undefined;
  readonly ended?: number | undefined;
  readonly message?: string | undefined;
}

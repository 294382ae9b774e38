/** Where a host belongs. */
export interface HostScope {
  readonly account: string;
  readonly region: string;
}

/** A lifecycle event asked of a host. */
export interface HostCommand extends HostScope {
  readonly id: string;
  /** The IAM ARN of the host's agent. */
  readonly host: string;
  readonly deploymentId: string;
  /** Such as `BeforeInstall`. */
  readonly name: string;
  /** Skipped: taken back before a host had begun. */
  readonly status: 'Pending' | 'InProgress' | 'Succeeded' | 'Failed' | 'Skipped';
}

/** What an agent says at the end of a command. */
export interface CommandReport {
  readonly status: 'Succeeded' | 'Failed';
  readonly errorCode:
    | 'Success'
    | 'ScriptMissing'
    | 'ScriptNotExecutable'
    | 'ScriptTimedOut'
    | 'ScriptFailed'
    | 'UnknownError';
  readonly scriptName: string;
  readonly message: string;
  /** The last of what the scripts wrote. */
  readonly logTail: string;
}

export interface DeployedBundle {
  readonly type: 'S3';
  readonly bucket: string;
  readonly key: string;
  readonly bundleType: string;
  readonly version: string | undefined;
  /** Without quotes. */
  readonly etag: string | undefined;
}

export interface DeployedCommit {
  readonly type: 'GitHub';
  readonly owner: string;
  readonly repository: string;
  readonly commitId: string;
}

/** What a host must know to carry out its part of a deployment. */
export interface DeploymentPlan {
  readonly deploymentId: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly applicationName: string;
  readonly creator: string;
  readonly fileExistsBehavior: string;
  readonly revision: DeployedBundle | DeployedCommit;
}

/** Deployments as the agents' service sees them. Whoever calls has made sure that the agent may speak for the host. */
export interface HostCommands {
  /** Whether a live instance is registered for the host. */
  isRegistered(scope: HostScope, host: string): Promise<boolean>;
  /** The agent of a registered host asks for work; `version` is what it says it is. */
  heard(scope: HostScope, host: string, version: string | undefined): Promise<void>;
  /** The host's next command, as soon as there is one; undefined after some seconds without, or when the client has gone. */
  next(scope: HostScope, host: string, signal: AbortSignal): Promise<HostCommand | undefined>;
  find(scope: HostScope, id: string): Promise<HostCommand | undefined>;
  /** The agent is about to run the command; `noop` when it has nothing to do, which ends it. Answers the command as it is then. */
  acknowledge(command: HostCommand, noop: boolean): Promise<HostCommand>;
  /** The first report counts: later ones change nothing. */
  complete(command: HostCommand, report: CommandReport): Promise<void>;
  /** Undefined when the host has no part in such a deployment. */
  plan(scope: HostScope, deploymentId: string, host: string): Promise<DeploymentPlan | undefined>;
}

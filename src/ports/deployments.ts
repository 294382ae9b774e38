import type { WakeCall } from '../work/work.ts';
import type { ObjectLocation } from './objects.ts';

export interface PipelineDeploymentRequest {
  readonly account: string;
  readonly region: string;
  readonly applicationName: string;
  readonly deploymentGroupName: string;
  readonly revision: ObjectLocation & {
    readonly bundleType: 'zip' | 'tar' | 'tgz';
    readonly etag?: string | undefined;
  };
  readonly description?: string | undefined;
  /** The action execution id: asking twice with the same token starts one deployment. */
  readonly clientToken: string;
  /** Scheduled whenever an instance begins or ends, and when the deployment has ended. */
  readonly wake: WakeCall;
}

export interface PipelineDeployment {
  readonly id: string;
  readonly status: 'Created' | 'Queued' | 'InProgress' | 'Baking' | 'Succeeded' | 'Failed' | 'Stopped' | 'Ready';
  readonly error: { readonly code: string; readonly message: string } | undefined;
  /** How many there are, once they are known, and on how many nothing is to be done any more. */
  readonly instances: { readonly done: number; readonly total: number };
}

/** An instance of a deployment. Times in milliseconds. */
export interface PipelineDeploymentTarget {
  readonly name: string;
  readonly status: string;
  readonly events: readonly PipelineDeploymentEvent[];
}

export interface PipelineDeploymentEvent {
  readonly name: string;
  readonly status: string;
  readonly started: number | undefined;
  readonly ended: number | undefined;
  readonly message: string | undefined;
}

export interface PipelineDeployments {
  /** Answers the deployment's id. Missing application or group, or a deployment already under way: CodeDeploy's own error. */
  start(request: PipelineDeploymentRequest): Promise<string>;
  find(account: string, region: string, deploymentId: string): Promise<PipelineDeployment | undefined>;
  stop(account: string, region: string, deploymentId: string): Promise<void>;
  /** None when the deployment is not there, or its instances are not known yet. */
  targets(account: string, region: string, deploymentId: string): Promise<readonly PipelineDeploymentTarget[]>;
}

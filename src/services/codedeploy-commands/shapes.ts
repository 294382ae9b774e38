// Generated from models/ by `npm run generate`. Do not edit.

export interface Operations {
  GetDeploymentSpecification: { input: GetDeploymentSpecificationInput; output: GetDeploymentSpecificationOutput };
  PollHostCommand: { input: PollHostCommandInput; output: PollHostCommandOutput };
  PostHostCommandUpdate: { input: PostHostCommandUpdateInput; output: PostHostCommandUpdateOutput };
  PutHostCommandAcknowledgement: { input: PutHostCommandAcknowledgementInput; output: PutHostCommandAcknowledgementOutput };
  PutHostCommandComplete: { input: PutHostCommandCompleteInput; output: Record<string, never> };
}

export type CommandStatus = "Pending" | "InProgress" | "Succeeded" | "Failed";

export type DeploymentExecutionId = string;

export interface DeploymentSpecification {
  readonly GenericEnvelope?: Envelope | undefined;
  readonly VariantId?: String | undefined;
  readonly VariantEnvelope?: Envelope | undefined;
}

export interface Envelope {
  readonly Format?: String | undefined;
  readonly Payload?: Payload | undefined;
}

export interface GetDeploymentSpecificationInput {
  readonly DeploymentExecutionId: DeploymentExecutionId;
  readonly HostIdentifier: HostIdentifier;
}

export interface GetDeploymentSpecificationOutput {
  readonly DeploymentSystem?: String | undefined;
  readonly DeploymentSpecification?: DeploymentSpecification | undefined;
}

export interface HostCommand {
  readonly HostCommandIdentifier?: HostCommandIdentifier | undefined;
  readonly HostIdentifier?: HostIdentifier | undefined;
  readonly DeploymentExecutionId?: DeploymentExecutionId | undefined;
  readonly CommandName?: String | undefined;
  readonly Nonce?: Nonce | undefined;
}

export type HostCommandIdentifier = string;

export type HostIdentifier = string;

export type Nonce = number;

export type Payload = string;

export interface PollHostCommandInput {
  readonly HostIdentifier: HostIdentifier;
  readonly AgentVersion?: String | undefined;
}

export interface PollHostCommandOutput {
  readonly HostCommand?: HostCommand | undefined;
}

export interface PostHostCommandUpdateInput {
  readonly HostCommandIdentifier: HostCommandIdentifier;
  readonly EstimatedCompletionTime?: Timestamp | undefined;
  readonly Diagnostics?: Envelope | undefined;
}

export interface PostHostCommandUpdateOutput {
  readonly CommandStatus?: CommandStatus | undefined;
}

export interface PutHostCommandAcknowledgementInput {
  readonly HostCommandIdentifier: HostCommandIdentifier;
  readonly Diagnostics?: Envelope | undefined;
}

export interface PutHostCommandAcknowledgementOutput {
  readonly CommandStatus?: CommandStatus | undefined;
}

export interface PutHostCommandCompleteInput {
  readonly HostCommandIdentifier: HostCommandIdentifier;
  readonly CommandStatus: CommandStatus;
  readonly Diagnostics?: Envelope | undefined;
}

export type String = string;

export type Timestamp = globalThis.Date;

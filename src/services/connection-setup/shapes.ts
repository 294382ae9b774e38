// Generated from models/ by `npm run generate`. Do not edit.

export interface Operations {
  CompleteConnection: { input: CompleteConnectionInput; output: CompleteConnectionOutput };
}

export type CloneUrl = string;

export interface CompleteConnectionInput {
  readonly ConnectionArn: ConnectionArn;
  readonly CloneUrl?: CloneUrl | undefined;
  readonly Username?: Username | undefined;
  readonly Password?: Secret | undefined;
  readonly WebhookSecret?: Secret | undefined;
}

export interface CompleteConnectionOutput {
  readonly ConnectionArn: ConnectionArn;
  readonly ConnectionStatus: ConnectionStatus;
  readonly WebhookUrl?: WebhookUrl | undefined;
}

export type ConnectionArn = string;

export type ConnectionStatus = "PENDING" | "AVAILABLE" | "ERROR";

export type Secret = string;

export type Username = string;

export type WebhookUrl = string;

// Generated from models/ by `npm run generate`. Do not edit.

export interface Operations {
  ListAgents: { input: ListAgentsInput; output: ListAgentsOutput };
  ListEvents: { input: ListEventsInput; output: ListEventsOutput };
}

export interface Agent {
  readonly InstanceName: InstanceName;
  readonly HostIdentifier: String;
  readonly Health: AgentHealth;
  readonly LastPolled?: Timestamp | undefined;
  readonly AgentVersion?: String | undefined;
}

export type AgentHealth = "HEALTHY" | "LATE" | "LOST" | "NEVER_SEEN";

export type Agents = readonly Agent[];

export type Event = string;

export type Events = readonly Event[];

export type InstanceName = string;

export type InstanceNames = readonly InstanceName[];

export interface ListAgentsInput {
  readonly InstanceNames?: InstanceNames | undefined;
  readonly MaxResults?: MaxResults | undefined;
  readonly NextToken?: NextToken | undefined;
}

export interface ListAgentsOutput {
  readonly Agents: Agents;
  readonly NextToken?: NextToken | undefined;
}

export interface ListEventsInput {
  readonly PipelineExecutionId?: PipelineExecutionId | undefined;
  readonly MaxResults?: MaxResults | undefined;
  readonly NextToken?: NextToken | undefined;
}

export interface ListEventsOutput {
  readonly Events: Events;
  readonly NextToken?: NextToken | undefined;
}

export type MaxResults = number;

export type NextToken = string;

export type PipelineExecutionId = string;

export type String = string;

export type Timestamp = globalThis.Date;

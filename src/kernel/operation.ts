import type { Model } from './model.ts';
import type { ServiceError } from './service-error.ts';
import type { Violation } from './violation.ts';

/** Who signed the request. */
export interface Principal {
  readonly account: string;
  readonly arn: string;
  readonly userId: string;
  readonly accessKeyId: string;
}

/** Whoever did not sign: it has no account and no key. */
export const ANONYMOUS: Principal = { account: '', arn: 'anonymous', userId: 'anonymous', accessKeyId: '' };

/** What every operation is told about the request besides its input. */
export interface Call<Rooms> {
  readonly account: string;
  readonly region: string;
  readonly principal: Principal;
  readonly requestId: string;
  /** Address of the client. */
  readonly sourceAddress: string;
  /** Milliseconds since the epoch at which the request was accepted. */
  readonly now: number;
  /** Base URL under which the client reached this server, such as `http://127.0.0.1:4566`. */
  readonly endpoint: string;
  /** Aborted when the client has gone. */
  readonly signal: AbortSignal;
  readonly rooms: Rooms;
}

/** One operation of a service: input and output are the generated shapes. */
export type Operation<Input, Output, Rooms> = (input: Input, call: Call<Rooms>) => Promise<Output>;

/** A row of a service's table. Inputs are checked against the model before the operation is called, hence the loose type here. */
// biome-ignore lint/suspicious/noExplicitAny: operations of different inputs share one table; the gateway validates before it calls
export type AnyOperation<Rooms> = Operation<any, unknown, Rooms>;

/** A service as the gateway sees it. An operation absent from the table is answered "not implemented", by name. */
export interface Service<Rooms> {
  /** Name in docs/parity.md and log lines, such as `codepipeline`. */
  readonly name: string;
  /** SigV4 service names accepted in the credential scope. */
  readonly signingNames: readonly string[];
  readonly model: Model;
  readonly operations: Readonly<Record<string, AnyOperation<Rooms>>>;
  readonly rooms: Rooms;
  /** Operations that strangers may call without a signature: what they show instead is theirs to check. */
  readonly unsigned?: readonly string[];
  /** The service's own error for input that breaks the model's constraints; without it `ValidationException`. */
  readonly refuse?: (violations: readonly Violation[], operation: string) => ServiceError;
}

/** A service whatever its rooms: they are handed back to its own operations only. */
// biome-ignore lint/suspicious/noExplicitAny: rooms are opaque to the gateway
export type AnyService = Service<any>;

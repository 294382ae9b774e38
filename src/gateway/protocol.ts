import type { Principal } from '../kernel/operation.ts';
import type { ServiceError } from '../kernel/service-error.ts';
import type { Scope } from '../ports/credentials.ts';
import type { HttpAnswer, HttpRequest } from './http.ts';
import type { AuthenticationError, AuthenticationRooms } from './signature/authenticate.ts';
import type { Target } from './target.ts';

/** An input read by the model, and who sent it. */
export interface Received {
  readonly verified: Caller;
  readonly input: unknown;
}

/** Who asks, of which region, and for what their key is good: undefined when that is whatever its account may do. */
export interface Caller {
  readonly principal: Principal;
  readonly scope: Scope | undefined;
  readonly claim: { readonly region: string };
}

/** One of AWS's wire protocols: how requests are told apart and read, and answers and errors are written. */
export interface Protocol {
  readonly name: string;
  /** Whether the request is in this protocol; protocols are asked in order. */
  claims(request: HttpRequest): boolean;
  /** What the request asks for; throws a ServiceError when there is no such thing. */
  identify(request: HttpRequest): Target | Promise<Target>;
  /** Reads and authenticates. The signature may cover the body, so the two go together. */
  receive(request: HttpRequest, target: Target, rooms: AuthenticationRooms): Promise<Received>;
  answer(output: unknown, target: Target, request: HttpRequest): HttpAnswer;
  refuse(error: ServiceError, request: HttpRequest, target: Target | undefined): HttpAnswer;
  /** The protocol's own words for a signature that was not accepted. */
  authenticationError(error: AuthenticationError): ServiceError;
}

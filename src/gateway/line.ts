import type { Call } from '../kernel/operation.ts';
import { ServiceError } from '../kernel/service-error.ts';
import { type FailureRooms, failure } from './failure.ts';
import type { Edge, HttpAnswer, HttpRequest } from './http.ts';
import { authorize } from './permissions/authorize.ts';
import type { Caller, Protocol } from './protocol.ts';
import { type ScreenRules, screen } from './screen.ts';
import { validate, validationException } from './shapes/validate.ts';
import type { AuthenticationRooms } from './signature/authenticate.ts';
import type { Target } from './target.ts';

export interface LineRooms extends AuthenticationRooms, FailureRooms {
  readonly screenRules: ScreenRules;
  readonly edges: readonly Edge[];
  /** Asked in order; the last takes what no other claims. */
  readonly protocols: readonly [...Protocol[], Protocol];
}

/** The steps every request walks, in order. Every error leaves through `failure`. */
export async function line(request: HttpRequest, rooms: LineRooms): Promise<HttpAnswer> {
  const protocol = rooms.protocols.find((candidate) => candidate.claims(request)) ?? lastOf(rooms.protocols);
  let target: Target | undefined;
  try {
    const edge = rooms.edges.find((candidate) => candidate.claims(request));
    screen(request, edge?.anyHost ? { onlyLoopbackHosts: false } : rooms.screenRules);
    if (edge !== undefined) return await edge.answer(request);

    target = await protocol.identify(request);
    const { verified, input } = await protocol.receive(request, target, rooms);
    authorize(target, input, verified);
    checkInput(target, input);
    const output = await perform(target, input, callOf(request, target, verified, rooms));
    return protocol.answer(output, target, request);
  } catch (error) {
    return failure(error, { request, protocol, target }, rooms);
  }
}

function checkInput({ service, operation }: Target, input: unknown): void {
  if (service.operations[operation.name] === undefined) {
    throw new ServiceError(
      'NotImplementedException',
      `${service.name} ${operation.name} is not implemented by this server (see docs/parity.md)`,
      501,
    );
  }
  if (operation.input === undefined) return;
  const violations = validate(service.model, operation.input, input);
  if (violations.length > 0) throw (service.refuse ?? validationException)(violations, operation.name);
}

function perform({ service, operation }: Target, input: unknown, call: Call<unknown>): Promise<unknown> {
  const operate = service.operations[operation.name];
  if (operate === undefined) throw new Error(`${operation.name} has no row`);
  return operate(input, call);
}

function callOf(request: HttpRequest, target: Target, verified: Caller, rooms: LineRooms): Call<unknown> {
  return {
    account: verified.principal.account,
    region: verified.claim.region,
    principal: verified.principal,
    requestId: request.id,
    sourceAddress: request.remoteAddress,
    now: rooms.clock.now(),
    endpoint: request.endpoint,
    signal: request.signal,
    rooms: target.service.rooms,
  };
}

function lastOf(protocols: LineRooms['protocols']): Protocol {
  return protocols[protocols.length - 1] as Protocol;
}

import type { DeliveryRooms } from '../../events/delivery.ts';
import type { Operation } from '../../kernel/operation.ts';
import type { Operations } from './shapes.ts';

export type EventBridgeRooms = DeliveryRooms;

/** An operation of the service, by its name in the model. */
export type EventsOperation<Name extends keyof Operations> = Operation<
  Operations[Name]['input'],
  Operations[Name]['output'],
  EventBridgeRooms
>;

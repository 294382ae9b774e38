import { loadModel } from '../../kernel/model.ts';
import type { Service } from '../../kernel/operation.ts';
import { ServiceError } from '../../kernel/service-error.ts';
import { describeViolations } from '../../kernel/violation.ts';
import { CompleteConnection } from './operations/CompleteConnection.ts';
import type { ConnectionSetupRooms } from './rooms.ts';

export const operations = { CompleteConnection };

/**
 * What AWS does in its console and has no operation for: giving a connection what it needs to be AVAILABLE. A service of our own,
 * in AWS's manner and with its signatures; `velocius connection` is its client.
 */
export function createConnectionSetupService(rooms: ConnectionSetupRooms): Service<ConnectionSetupRooms> {
  return {
    name: 'connection-setup',
    signingNames: ['codeconnections', 'codestar-connections'],
    model: loadModel('connection-setup'),
    operations,
    rooms,
    refuse: (violations) => new ServiceError('InvalidInputException', describeViolations(violations)),
  };
}

import type { Clock } from '../../kernel/clock.ts';
import { loadModel } from '../../kernel/model.ts';
import type { Service } from '../../kernel/operation.ts';
import type { CredentialIssuer } from '../../ports/credentials.ts';
import { GetCallerIdentity } from './operations/GetCallerIdentity.ts';

export interface StsRooms {
  readonly clock: Clock;
  readonly credentials: CredentialIssuer;
}

export function createSts(rooms: StsRooms): Service<StsRooms> {
  return { name: 'sts', signingNames: ['sts'], model: loadModel('sts'), operations: { GetCallerIdentity }, rooms };
}

import { loadModel } from '../../kernel/model.ts';
import type { Service } from '../../kernel/operation.ts';
import { AssumeRole } from './operations/AssumeRole.ts';
import { GetCallerIdentity } from './operations/GetCallerIdentity.ts';
import { GetSessionToken } from './operations/GetSessionToken.ts';
import { refuse } from './refuse.ts';
import type { StsRooms } from './rooms.ts';

export const operations = { AssumeRole, GetCallerIdentity, GetSessionToken };

export function createSts(rooms: StsRooms): Service<StsRooms> {
  return {
    name: 'sts',
    signingNames: ['sts'],
    model: loadModel('sts'),
    operations,
    rooms,
    refuse,
  };
}

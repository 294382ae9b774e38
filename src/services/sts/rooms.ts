import type { Clock } from '../../kernel/clock.ts';
import type { CredentialIssuer } from '../../ports/credentials.ts';

export interface StsRooms {
  readonly clock: Clock;
  readonly credentials: CredentialIssuer;
}

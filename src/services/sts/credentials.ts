import type { TemporaryCredentials } from '../../ports/credentials.ts';
import type { Credentials } from './shapes.ts';

export function credentialsOf(key: TemporaryCredentials): Credentials {
  return {
    AccessKeyId: key.accessKeyId,
    SecretAccessKey: key.secretAccessKey,
    SessionToken: key.sessionToken,
    Expiration: new Date(key.expires),
  };
}

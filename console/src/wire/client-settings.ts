import type { AccessKey } from '../session/key-store.ts';

/** What every client of the AWS SDK is made with: the origin the page came from answers all services. */
export interface ClientSettings {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: AccessKey;
  readonly maxAttempts: number;
}

export function clientSettings(credentials: AccessKey, region: string): ClientSettings {
  return { endpoint: window.location.origin, region, credentials, maxAttempts: 2 };
}

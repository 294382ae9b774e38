export interface TemporaryCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** Milliseconds since the epoch. */
  readonly expires: number;
}

/** Issues keys that the gateway accepts until they expire. */
export interface CredentialIssuer {
  issue(holder: {
    readonly account: string;
    readonly arn: string;
    readonly userId: string;
    readonly seconds: number;
  }): Promise<TemporaryCredentials>;
  revoke(accessKeyId: string): Promise<void>;
}

export interface TemporaryCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** Milliseconds since the epoch. */
  readonly expires: number;
}

/** One thing that a key of limited scope may do: `s3:GetObject` on `arn:aws:s3:::bucket/key`. Exact: nothing stands for others. */
export interface Grant {
  readonly action: string;
  readonly resource: string;
}

export interface Holder {
  readonly account: string;
  readonly arn: string;
  readonly userId: string;
  readonly seconds: number;
  /** All that the key is good for; without it the key may do whatever its account may. */
  readonly scope?: readonly Grant[] | undefined;
}

/** Issues keys that the gateway accepts until they expire. */
export interface CredentialIssuer {
  issue(holder: Holder): Promise<TemporaryCredentials>;
  revoke(accessKeyId: string): Promise<void>;
}

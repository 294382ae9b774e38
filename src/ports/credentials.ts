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

/** A statement of a policy as IAM knows it, always with lists. */
export interface PolicyStatement {
  readonly effect: 'Allow' | 'Deny';
  /** Patterns with `*` and `?`. */
  readonly actions: readonly string[];
  /** It is about all actions but these. */
  readonly exceptActions: boolean;
  readonly resources: readonly string[];
  readonly exceptResources: boolean;
  /** It has conditions. */
  readonly conditional: boolean;
}

/** What a session is limited to, within what its role may. */
export interface SessionPolicy {
  readonly statements: readonly PolicyStatement[];
}

export type Scope = readonly Grant[] | SessionPolicy;

export interface Holder {
  readonly account: string;
  readonly arn: string;
  readonly userId: string;
  readonly seconds: number;
  /** All that the key is good for; without it the key may do whatever its account may. */
  readonly scope?: Scope | undefined;
}

/** Issues keys that the gateway accepts until they expire. */
export interface CredentialIssuer {
  issue(holder: Holder): Promise<TemporaryCredentials>;
  revoke(accessKeyId: string): Promise<void>;
}

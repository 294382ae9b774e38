import type { IncomingHttpHeaders } from 'node:http';

/** A connection to a git host, without its secrets. */
export interface ConnectionInfo {
  readonly id: string;
  /** As it was made: ARNs of `codeconnections` and of `codestar-connections` name the same connection. */
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  readonly name: string;
  readonly providerType:
    | 'Bitbucket'
    | 'GitHub'
    | 'GitHubEnterpriseServer'
    | 'GitLab'
    | 'GitLabSelfManaged'
    | 'AzureDevOps';
  readonly status: 'PENDING' | 'AVAILABLE' | 'ERROR';
}

/** Where git finds a repository, and as whom it signs in there. */
export interface GitAccess {
  /** `https://` or `http://`, without credentials. */
  readonly url: string;
  readonly credentials: GitCredentials | undefined;
  /** What a commit's id is appended to for the address of its page; undefined where nobody knows. */
  readonly commitPages: string | undefined;
}

export interface GitCredentials {
  readonly username: string;
  readonly password: string;
}

/** What a git host sent. The body is what was sent, byte for byte: signatures cover it. */
export interface GitHostDelivery {
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

export interface Connections {
  /** By its ARN or by its id alone. */
  find(arnOrId: string): Promise<ConnectionInfo | undefined>;
  /**
   * Whether a delivery comes from the connection's git host: signed with, or carrying, the webhook secret of the connection. False
   * as well when the connection has no secret or is not AVAILABLE.
   */
  verify(id: string, delivery: GitHostDelivery): Promise<boolean>;
  /**
   * How to reach a repository of the connection, such as `owner/name`. Throws a ServiceError when the account has no such
   * connection, when it is not AVAILABLE, and for a repository id that is none.
   */
  access(account: string, arn: string, fullRepositoryId: string): Promise<GitAccess>;
}

/** What completes a connection. A member that is left out stays as it is, an empty one is taken away. */
export interface Completion {
  /** Where repositories are cloned from, with `{repository}` for the full id; without it `/{repository}.git` is added. */
  readonly cloneUrl?: string | undefined;
  /** As whom git signs in; without it the name that the git host expects beside a token. */
  readonly username?: string | undefined;
  /** Password or token. */
  readonly password?: string | undefined;
  readonly webhookSecret?: string | undefined;
}

/** The handshake of a connection, which AWS has in its console. */
export interface ConnectionSetup {
  /** Makes a connection AVAILABLE. Throws ResourceNotFoundException and InvalidInputException as ServiceError. */
  complete(
    place: { readonly account: string; readonly region: string },
    arn: string,
    completion: Completion,
  ): Promise<ConnectionInfo>;
}

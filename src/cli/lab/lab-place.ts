import { join } from 'node:path';

/** What the lab calls its things, and where it keeps them. */
export const NAMES = {
  repository: 'lab-app',
  branch: 'main',
  project: 'lab-app',
  application: 'lab-app',
  deploymentGroup: 'servers',
  bucket: 'lab-artifacts',
  rule: 'lab-app-push',
  pipeline: 'lab-app',
} as const;

export const REGION = 'eu-west-1';
/** The public key: the lab's server is bound to loopback, where that key is good. */
export const KEY = { accessKeyId: 'test', secretAccessKey: 'test' } as const;

export const INSTANCES = ['server-1', 'server-2'] as const;

export interface LabPlace {
  readonly directory: string;
  /** The server's data. */
  readonly data: string;
  /** The user's clone of the repository. */
  readonly clone: string;
  /** What an instance would have as its root directory. */
  root(instance: string): string;
}

export function labPlace(directory: string): LabPlace {
  return {
    directory,
    data: join(directory, 'data'),
    clone: join(directory, NAMES.repository),
    root: (instance) => join(directory, 'servers', instance),
  };
}

export function instanceArn(account: string, instance: string): string {
  return `arn:aws:iam::${account}:user/${instance}`;
}

/** Fails with the reason as one sentence, rather than with a stack. */
export class LabError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'LabError';
  }
}

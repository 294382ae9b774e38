/** Where changes of sources are told of: the same text for whoever tells and for whoever waits. */
export function objectPlace(bucket: string, key: string): string {
  // As JSON, for keys may hold what a database takes for no text.
  return `s3:${bucket}/${JSON.stringify(key)}`;
}

export interface RepositoryPlace {
  readonly account: string;
  readonly region: string;
  readonly repositoryName: string;
}

export function branchPlace({ account, region, repositoryName }: RepositoryPlace, branch: string): string {
  return `branch:${account}/${region}/${repositoryName}/${branch}`;
}

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
export function repositoryPlace({ account, region, repositoryName }: RepositoryPlace): string {
  return `repository:${account}/${region}/${repositoryName}`;
}

/** ARNs of either name of a connection name the same; hosts tell names of repositories in any case. */
export function connectedPlace(connectionArn: string, fullRepositoryId: string): string {
  const id = connectionArn.slice(connectionArn.lastIndexOf('/') + 1);
  return `connection:${id}/${fullRepositoryId.toLowerCase()}`;
}

import { arn } from '../../kernel/arn.ts';
import type { RepositoryRow } from '../../store/repositories.ts';
import type { RepositoryMetadata } from './shapes.ts';

export function repositoryMetadata(row: RepositoryRow, endpoint: string): RepositoryMetadata {
  return {
    accountId: row.account,
    repositoryId: row.id,
    repositoryName: row.name,
    repositoryDescription: row.description ?? undefined,
    defaultBranch: row.defaultBranch ?? undefined,
    lastModifiedDate: new Date(row.updated),
    creationDate: new Date(row.created),
    cloneUrlHttp: cloneUrl(row, endpoint),
    Arn: arn('codecommit', row.region, row.account, row.name),
  };
}

/**
 * On this machine a name that ends in .localhost: it resolves to loopback, and passes the check of the AWS CLI's credential
 * helper, which stays silent for hosts that do not look like AWS's. Gaps: there is no cloneUrlSsh, SSH is not served.
 */
function cloneUrl({ name, region }: RepositoryRow, endpoint: string): string {
  const { protocol, hostname, port } = new URL(endpoint);
  const loopback = /^(?:127\.|localhost$|\[::1\]$)/.test(hostname);
  const host = loopback ? `git-codecommit.${region}.amazonaws.com.localhost` : hostname;
  return `${protocol}//${host}${port === '' ? '' : `:${port}`}/v1/repos/${name}`;
}

import { arn, parseArn } from '../../../kernel/arn.ts';
import type { GitCredentials } from '../../../ports/connections.ts';
import type { Secrets } from '../../../secrets/secrets.ts';
import type { ProjectPlace } from '../../../store/codebuild/projects.ts';
import type { SourceCredentialRow } from '../../../store/codebuild/source-credentials.ts';

/* What ImportSourceCredentials keeps: one for each kind of git host in an account and region. */

const RESOURCE = /^token\/([a-z_]+)$/;

export function sourceCredentialArn({ account, region }: ProjectPlace, serverType: string): string {
  return arn('codebuild', region, account, `token/${serverType.toLowerCase()}`);
}

/** Undefined for what is not the ARN of one in this place. */
export function serverTypeOf(place: ProjectPlace, text: string): string | undefined {
  const serverType = RESOURCE.exec(parseArn(text)?.resource ?? '')?.[1]?.toUpperCase();
  return serverType !== undefined && text === sourceCredentialArn(place, serverType) ? serverType : undefined;
}

type Kept = Pick<SourceCredentialRow, 'account' | 'region' | 'serverType'>;

/** Where its secret is sealed for. */
export function placeOf({ account, region, serverType }: Kept): string {
  return `source-credential/${account}/${region}/${serverType}`;
}

/** The names that git hosts expect beside a token. */
const TOKEN_USERS: Readonly<Record<string, string>> = {
  GITHUB: 'x-access-token',
  GITHUB_ENTERPRISE: 'x-access-token',
  GITLAB: 'oauth2',
  GITLAB_SELF_MANAGED: 'oauth2',
  BITBUCKET: 'x-token-auth',
};

/** As whom git signs in. */
export function gitCredentialsOf(row: SourceCredentialRow, secrets: Secrets): GitCredentials {
  const username = row.username ?? TOKEN_USERS[row.serverType] ?? 'git';
  return { username, password: secrets.open(row.token, placeOf(row)) };
}

/** What belongs to a public host is sent nowhere else; a host of one's own is where the project says it is. */
export function isMeantFor(serverType: string, { hostname, origin }: URL, githubUrl: string): boolean {
  switch (serverType) {
    case 'GITHUB':
      return origin === new URL(githubUrl).origin;
    case 'GITLAB':
      return hostname === 'gitlab.com';
    case 'BITBUCKET':
      return hostname === 'bitbucket.org';
    default:
      return true;
  }
}

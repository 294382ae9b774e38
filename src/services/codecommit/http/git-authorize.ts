import { type HttpRequest, header } from '../../../gateway/http.ts';
import { regionsOfRepository } from '../../../store/repositories.ts';
import type { CodeCommitRooms } from '../rooms.ts';
import { type GitLogin, isSignedBy, loginTime, readGitLogin } from './git-password.ts';

export type Admission =
  | { readonly kind: 'admitted'; readonly account: string; readonly region: string }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'refused'; readonly reason: string };

export interface GitVisit {
  readonly request: HttpRequest;
  readonly path: string;
  readonly repositoryName: string;
}

const MAX_AGE_MS = 15 * 60_000;

/** Who wants in. Gaps: static git credentials of IAM users are not there, and policies are not evaluated. */
export async function authorizeGit(visit: GitVisit, rooms: CodeCommitRooms): Promise<Admission> {
  const authorization = header(visit.request, 'authorization');
  if (authorization === undefined) return { kind: 'nobody' };
  const login = readGitLogin(authorization);
  if (login === undefined) return refused('The password is not one of the CodeCommit credential helper');
  const now = rooms.clock.now();
  if (!(Math.abs(loginTime(login) - now) <= MAX_AGE_MS))
    return refused('The password has expired: it is good for 15 minutes');
  const key = await rooms.keys.find(login.accessKeyId);
  const good =
    key !== undefined &&
    (key.expires ?? Number.POSITIVE_INFINITY) > now &&
    (key.sessionToken ?? '') === (login.sessionToken ?? '');
  if (!good) return refused('The access key is not valid');
  if (key.scope !== undefined) return refused('The access key is not good for repositories');
  const { account } = key.principal;
  const region = await signedRegion(visit, { login, secretAccessKey: key.secretAccessKey, account }, rooms);
  return region === undefined
    ? refused('The signature of the password is wrong')
    : { kind: 'admitted', account, region };
}

/**
 * The region is signed but not sent. A host such as git-codecommit.eu-west-1.amazonaws.com.localhost names it; for any other the
 * regions in which the account has a repository of this name are tried.
 */
async function signedRegion(
  { request, path, repositoryName }: GitVisit,
  holder: { readonly login: GitLogin; readonly secretAccessKey: string; readonly account: string },
  rooms: CodeCommitRooms,
): Promise<string | undefined> {
  const host = header(request, 'host') ?? '';
  const [, named] = /^git-codecommit(?:-fips)?\.([a-z0-9-]+)\./.exec(host) ?? [];
  const regions =
    named === undefined
      ? await rooms.database.read((reader) => regionsOfRepository(reader, holder.account, repositoryName))
      : [named];
  // A repository that is not there must look the same as any other to whoever signed well, in whatever region they may be.
  const candidates = regions.length === 0 ? [...COMMON_REGIONS] : regions;
  return candidates.find((region) =>
    isSignedBy(holder.login, { secretAccessKey: holder.secretAccessKey, region, host, path }),
  );
}

const COMMON_REGIONS = [
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'eu-central-1',
  'eu-north-1',
  'eu-south-1',
  'ap-south-1',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'sa-east-1',
] as const;

function refused(reason: string): Admission {
  return { kind: 'refused', reason };
}

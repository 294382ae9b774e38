import { Hindrance } from '../kernel/hindrance.ts';
import { ServiceError } from '../kernel/service-error.ts';
import type { GitAccess } from '../ports/connections.ts';
import { GitError } from './run-git.ts';

/** What a git host answers when it will not do better next time. */
const REFUSALS: readonly { readonly words: RegExp; readonly code: string; readonly message: string }[] = [
  {
    words: /Authentication failed|could not read Username|could not read Password|returned error: 40[13]\b/i,
    code: 'PermissionError',
    message: 'The git host refuses the credentials',
  },
  {
    words:
      /repository .* not found|returned error: 404\b|not valid: is this a git repository|does not appear to be a git/i,
    code: 'ConfigurationError',
    message: 'The git host has no such repository, or does not show it',
  },
  {
    words: /redirect|returned error: 30[12378]\b/i,
    code: 'ConfigurationError',
    message: 'The git host sends elsewhere, which is not followed: give the repository its present name',
  },
  {
    words: /transport '.*' not allowed|SSL certificate problem|File size limit exceeded|file write error|signal 25/i,
    code: 'ConfigurationError',
    message: 'The repository cannot be fetched',
  },
];

/** An error of git against another host: a refusal as ServiceError, anything else as it is. Credentials are never part of it. */
export function explained(error: unknown, { url, credentials }: GitAccess): unknown {
  if (!(error instanceof GitError)) return error;
  const refusal = REFUSALS.find(({ words }) => words.test(error.stderr));
  const password = credentials?.password ?? '';
  const told = password === '' ? error.stderr : error.stderr.replaceAll(password, '****');
  if (refusal === undefined) return new Hindrance(`${url}: ${told.trim()}`);
  return new ServiceError(refusal.code, `${refusal.message}: ${url} (${lastLine(told)})`);
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.slice(0, 300) ?? '';
}

/** The deed, with the host's answer explained. */
export async function asked<T>(access: GitAccess, deed: () => Promise<T>): Promise<T> {
  try {
    return await deed();
  } catch (error) {
    throw explained(error, access);
  }
}

export function isMissing(error: unknown): boolean {
  return (
    error instanceof GitError &&
    /couldn't find remote ref|not our ref|no such remote ref|unadvertised object|unexpected fetch-pack|bad object/i.test(
      error.stderr,
    )
  );
}

export function noCommit(commit: string, { url }: GitAccess): ServiceError {
  return new ServiceError('ConfigurationError', `No commit [${commit}] found for the repository ${url}`);
}

import type { ConnectionHostRow } from '../../store/codeconnections/connection-hosts.ts';
import type { ConnectionRow } from '../../store/codeconnections/connections.ts';

const REPOSITORY = '{repository}';
const SOME_REPOSITORY = 'some-owner/some-repository';

const PUBLIC: Readonly<Record<string, string>> = {
  GitHub: 'https://github.com',
  GitLab: 'https://gitlab.com',
  Bitbucket: 'https://bitbucket.org',
};

/** The clone URL with the repository's id in it; undefined when nobody has said where the git host is. */
export function cloneUrl(
  { cloneUrl, providerType }: Pick<ConnectionRow, 'cloneUrl' | 'providerType'>,
  host: Pick<ConnectionHostRow, 'endpoint'> | undefined,
  repository: string,
): string | undefined {
  const base = cloneUrl ?? host?.endpoint ?? PUBLIC[providerType];
  if (base === undefined) return undefined;
  const template = base.includes(REPOSITORY) ? base : `${base.replace(/\/+$/, '')}/${REPOSITORY}.git`;
  return template.replace(REPOSITORY, () => repository.replace(/\.git$/, ''));
}

const COMMIT_PATHS: Readonly<Record<string, string>> = {
  GitHub: '/commit/',
  GitHubEnterpriseServer: '/commit/',
  GitLab: '/-/commit/',
  GitLabSelfManaged: '/-/commit/',
  Bitbucket: '/commits/',
  AzureDevOps: '/commit/',
};

/** Where the git host shows commits of a repository, as hosts of the type usually do. */
export function commitPages(providerType: string, url: string): string | undefined {
  const path = COMMIT_PATHS[providerType];
  return path && `${url.replace(/\.git$/, '')}${path}`;
}

/** Whether everybody knows where the git host is. */
export function isPublic(providerType: string): boolean {
  return Object.hasOwn(PUBLIC, providerType);
}

/** What is wrong with a clone URL, in words. git knows other protocols, some of which run commands: they are not let near it. */
export function checkCloneUrl(text: string): string | undefined {
  const parts = text.split(REPOSITORY);
  const example = parts.join(SOME_REPOSITORY);
  const url = URL.canParse(example) ? new URL(example) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return `${text} is not an http or https URL`;
  if (url.username !== '' || url.password !== '') return 'A clone URL holds no credentials: they are given apart';
  if (url.search !== '' || url.hash !== '') return 'A clone URL has neither a query nor a fragment';
  if (parts.length > 2) return `A clone URL holds ${REPOSITORY} once at the most`;
  if (parts.length === 2 && !url.pathname.includes(SOME_REPOSITORY))
    return `${REPOSITORY} belongs into the path of a clone URL`;
  return undefined;
}

/** `owner/name`, and deeper where groups are nested; nothing that would mean something else in a URL. */
export function isRepositoryId(text: string): boolean {
  return /^[\w.-]+(?:\/[\w.-]+)*$/.test(text) && !text.split('/').some((part) => part === '.' || part === '..');
}

import { isSameSecret, isSignedBy } from '../../kernel/hub-signature.ts';
import type { GitHostDelivery } from '../../ports/connections.ts';

/**
 * Whether whoever sent a delivery knows the webhook secret, in the way the git host shows it: GitHub and Bitbucket sign the body,
 * GitLab sends the secret along, Azure DevOps sends it as a basic password.
 */
export function isFromGitHost(providerType: string, delivery: GitHostDelivery, secret: string): boolean {
  switch (providerType) {
    case 'GitHub':
    case 'GitHubEnterpriseServer':
    case 'Bitbucket':
      return isSignedBy(secret, delivery.body, (name) => header(delivery, name));
    case 'GitLab':
    case 'GitLabSelfManaged':
      return same(header(delivery, 'x-gitlab-token'), secret);
    case 'AzureDevOps':
      return same(passwordOf(header(delivery, 'authorization')), secret);
    default:
      return false;
  }
}

/** `Basic` and name and password in base64. */
function passwordOf(authorization: string | undefined): string | undefined {
  const [, encoded] = /^Basic ([\w+/]+=*)$/i.exec(authorization ?? '') ?? [];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : text.slice(colon + 1);
}

function same(given: string | undefined, expected: string): boolean {
  return given !== undefined && isSameSecret(Buffer.from(given), Buffer.from(expected));
}

function header({ headers }: GitHostDelivery, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? undefined : value;
}

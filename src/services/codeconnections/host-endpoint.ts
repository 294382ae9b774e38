import { invalid } from './errors.ts';

const HOSTED_BY_OTHERS: readonly string[] = ['GitHub', 'GitLab', 'Bitbucket', 'AzureDevOps'];

/** Whether connections of the type go to a git host of one's own, which must be described first. */
export function needsHost(providerType: string): boolean {
  return !HOSTED_BY_OTHERS.includes(providerType);
}

/** `http://` or `https://`, nothing else that a URL can be. */
export function checkedEndpoint(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw invalid(`The provider endpoint ${text} is not an http or https URL without credentials`);
  return text.replace(/\/+$/, '');
}

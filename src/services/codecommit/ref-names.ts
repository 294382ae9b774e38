import { invalidBranchName, invalidRepositoryName } from './errors.ts';

const FULL_ID = /^[0-9a-f]{40}$/;

export function isObjectId(text: string): boolean {
  return FULL_ID.test(text);
}

/** The quotas' rules for branches and tags; they are git's own and a few more. */
export function isRefName(name: string): boolean {
  return (
    name.length >= 1 &&
    name.length <= 256 &&
    !FULL_ID.test(name) &&
    !/^[/.-]|[/.]$|\.\.|\/\/|@\{|\/\.|\.lock(?:\/|$)|^@$/.test(name) &&
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
    !/[\u0000-\u0020\u007f?^*[\\~:]/.test(name)
  );
}

export function checkBranchName(name: string): string {
  if (!isRefName(name)) throw invalidBranchName(name);
  return name;
}

/** The model says the rest. */
export function checkRepositoryName(name: string): string {
  if (name.endsWith('.git') || name === '.' || name === '..') throw invalidRepositoryName(name);
  return name;
}

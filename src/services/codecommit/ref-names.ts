import { isRefName } from '../../git/ref-names.ts';
import { invalidBranchName, invalidRepositoryName } from './errors.ts';

export function checkBranchName(name: string): string {
  if (!isRefName(name)) throw invalidBranchName(name);
  return name;
}

/** The model says the rest. */
export function checkRepositoryName(name: string): string {
  if (name.endsWith('.git') || name === '.' || name === '..') throw invalidRepositoryName(name);
  return name;
}

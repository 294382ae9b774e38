import { PolicyError, readStatements } from '../../../credentials/policy-document.ts';
import type { PolicyStatement } from '../../../ports/credentials.ts';
import { validation } from '../errors.ts';

/**
 * Refuses a policyStatementsTemplate that could not be kept to. Its statements say what the jobs of a type need in the account of
 * their pipeline: the credentials of each job are good for it, beside its artifacts.
 *
 * Gaps: AWS has no more to say of it than that. Here it is a policy as IAM writes it, or its statements alone, taken to the letter:
 * `${...}` and conditions are refused, for what would fill and meet them is not known, and so is a principal, for there are keys of
 * one account.
 */
export function checkPermissions(template: string): void {
  const { statements } = read(template);
  if (statements.some(({ conditional }) => conditional)) throw refused('conditions are not evaluated by this server');
  if (statements.some(hasVariable)) throw refused('variables are not filled in by this server');
}

function read(template: string) {
  try {
    return readStatements(template);
  } catch (error) {
    if (error instanceof PolicyError) throw refused(error.message || 'it is no JSON');
    throw error;
  }
}

function hasVariable({ actions, resources }: PolicyStatement): boolean {
  return [...actions, ...resources].some((pattern) => pattern.includes('${'));
}

const refused = (why: string) => validation(`Invalid policyStatementsTemplate: ${why}`);

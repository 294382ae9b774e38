import type { RolloutError } from '../rollout.ts';

/** What `errorInformation` says. The words of HEALTH_CONSTRAINTS and NO_INSTANCES are AWS's. */
const WORDS: Readonly<Record<RolloutError, string>> = {
  HEALTH_CONSTRAINTS:
    'The overall deployment failed because too many individual instances failed deployment, too few healthy instances are available for deployment, or some instances in your deployment group are experiencing problems.',
  HEALTH_CONSTRAINTS_INVALID:
    'The deployment cannot start because the minimum number of healthy instances is not less than the number of instances in the deployment group.',
  NO_INSTANCES:
    'The deployment failed because no instances were found for your deployment group. Check your deployment group settings to make sure the tags for your Amazon EC2 instances or Auto Scaling groups correctly identify the instances you want to deploy to, and then try again.',
  OVER_MAX_INSTANCES: 'The deployment failed because more than 1000 instances belong to the deployment group.',
  MANUAL_STOP: 'The deployment was stopped on request.',
};

export function errorOf(code: RolloutError): { readonly code: string; readonly message: string } {
  return { code, message: WORDS[code] };
}

import { invalidMember } from './errors.ts';

const NAME = /^[A-Za-z0-9._+=,@-]{1,100}$/;

/** Forms the model does not state: letters, digits and `._+=,@-`, 1 to 100 of them. */
const KINDS = {
  application: 'InvalidApplicationName',
  group: 'InvalidDeploymentGroupName',
  config: 'InvalidDeploymentConfigName',
  instance: 'InvalidInstanceName',
} as const;

export function checkName(kind: keyof typeof KINDS, name: string): void {
  if (!NAME.test(name)) throw invalidMember(KINDS[kind], `The ${kind} name is not valid: ${JSON.stringify(name)}`);
}

export function checkDeploymentId(id: string): void {
  if (!/^d-[A-Z0-9]{9}$/.test(id))
    throw invalidMember('InvalidDeploymentId', `Specified DeploymentId is not in the valid format: ${id}`);
}

import type { Scope } from '../../../store/codedeploy/applications.ts';
import {
  findInstance,
  type OnPremisesInstance,
  type TaggedInstance,
} from '../../../store/codedeploy/on-premises-instances.ts';
import type { Reader } from '../../../store/database.ts';
import { listTags } from '../../../store/tags.ts';
import { instanceLimitExceeded, instanceNotRegistered } from '../errors.ts';
import { checkName } from '../names.ts';
import type { InstanceInfo } from '../shapes.ts';

const MAX_NAMES = 100;

/** The live instances of these names; throws InstanceNotRegistered for the first that is none. */
export async function registeredInstances(
  reader: Reader,
  scope: Scope,
  names: readonly string[],
): Promise<OnPremisesInstance[]> {
  if (names.length > MAX_NAMES) throw instanceLimitExceeded();
  const instances: OnPremisesInstance[] = [];
  for (const name of new Set(names)) {
    checkName('instance', name);
    const instance = await findInstance(reader, scope, name);
    if (instance === undefined || instance.deregistered !== null) throw instanceNotRegistered(name);
    instances.push(instance);
  }
  return instances;
}

export async function findTagged(reader: Reader, scope: Scope, name: string): Promise<TaggedInstance | undefined> {
  const instance = await findInstance(reader, scope, name);
  return instance && { ...instance, tags: await listTags(reader, instance.arn) };
}

export function instanceInfo(instance: TaggedInstance): InstanceInfo {
  const { name, arn, iamUserArn, iamSessionArn, registered, deregistered, tags } = instance;
  return {
    instanceName: name,
    iamUserArn: iamUserArn ?? undefined,
    iamSessionArn: iamSessionArn ?? undefined,
    instanceArn: arn,
    registerTime: new Date(registered),
    deregisterTime: deregistered === null ? undefined : new Date(deregistered),
    tags: tags.map(({ key, value }) => ({ Key: key, Value: value })),
  };
}

import { parseArn } from '../../kernel/arn.ts';
import type { Scope } from '../../store/codedeploy/applications.ts';
import type { Reader } from '../../store/database.ts';
import { arnNotSupported, invalidArn } from './errors.ts';
import { theApplication, theGroup } from './find.ts';

/** Makes sure that an ARN names an application or a deployment group of the account and region. */
export async function checkTaggable(reader: Reader, scope: Scope, text: string): Promise<void> {
  const arn = parseArn(text);
  if (arn === undefined || arn.service !== 'codedeploy') throw invalidArn(text);
  if (arn.account !== scope.account || arn.region !== scope.region) throw invalidArn(text);
  const [, kind, applicationName = '', groupName] =
    /^(application|deploymentgroup):([^/]+)(?:\/(.+))?$/.exec(arn.resource) ?? [];
  if (kind === undefined || (kind === 'deploymentgroup') !== (groupName !== undefined)) throw arnNotSupported(text);
  const application = await theApplication(reader, scope, applicationName);
  if (groupName !== undefined) await theGroup(reader, application, groupName);
}

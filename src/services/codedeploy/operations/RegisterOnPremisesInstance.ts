import { arn } from '../../../kernel/arn.ts';
import { findInstance, findInstanceOfHost, registerInstance } from '../../../store/codedeploy/on-premises-instances.ts';
import {
  iamArnRequired,
  iamSessionArnAlreadyRegistered,
  iamUserArnAlreadyRegistered,
  instanceNameAlreadyRegistered,
  invalidIamSessionArn,
  invalidIamUserArn,
  multipleIamArnsProvided,
} from '../errors.ts';
import { checkName } from '../names.ts';
import type { CodeDeployOperation } from '../rooms.ts';
import type { RegisterOnPremisesInstanceInput } from '../shapes.ts';

export const RegisterOnPremisesInstance: CodeDeployOperation<'RegisterOnPremisesInstance'> = async (input, call) => {
  const { instanceName: name, iamUserArn, iamSessionArn } = input;
  checkName('instance', name);
  const host = checkedHost(input);
  const { account, region, now, rooms } = call;
  await rooms.database.write(async (tx) => {
    const before = await findInstance(tx, call, name);
    if (before !== undefined && before.deregistered === null) throw instanceNameAlreadyRegistered(name);
    if ((await findInstanceOfHost(tx, call, host)) !== undefined) {
      throw iamUserArn === undefined ? iamSessionArnAlreadyRegistered(host) : iamUserArnAlreadyRegistered(host);
    }
    await registerInstance(tx, {
      account,
      region,
      name,
      arn: arn('codedeploy', region, account, `instance/${name}_${rooms.ids.alphanumeric(10)}`),
      iamUserArn: iamUserArn ?? null,
      iamSessionArn: iamSessionArn ?? null,
      registered: now,
    });
  });
  return {};
};

const USER = /^arn:aws[\w-]*:iam::\d{12}:user\/[\w+=,.@/-]{1,512}$/;
const SESSION = /^arn:aws[\w-]*:sts::\d{12}:assumed-role\/[\w+=,.@-]+\/[\w+=,.@-]+$/;

/** The ARN by which the instance's agent is known: that of a user or of a session, not both. */
function checkedHost({ iamUserArn, iamSessionArn }: RegisterOnPremisesInstanceInput): string {
  if (iamUserArn !== undefined && iamSessionArn !== undefined) throw multipleIamArnsProvided();
  if (iamUserArn !== undefined) {
    if (!USER.test(iamUserArn)) throw invalidIamUserArn(iamUserArn);
    return iamUserArn;
  }
  if (iamSessionArn === undefined) throw iamArnRequired();
  if (!SESSION.test(iamSessionArn)) throw invalidIamSessionArn(iamSessionArn);
  return iamSessionArn;
}

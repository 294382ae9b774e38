import { parseArn } from '../../../kernel/arn.ts';
import { requireSameKey } from '../../../secrets/same-key.ts';
import { putSourceCredential } from '../../../store/codebuild/source-credentials.ts';
import { invalidInput, notImplemented, sourceCredentialExists } from '../errors.ts';
import type { CodeBuildOperation } from '../rooms.ts';
import type { ImportSourceCredentialsInput } from '../shapes.ts';
import { placeOf, sourceCredentialArn } from '../sources/source-credential.ts';

/**
 * Keeps what builds sign in to one kind of git host with, sealed.
 *
 * Gaps: SECRETS_MANAGER is refused by name. Which kinds of host AWS takes a PERSONAL_ACCESS_TOKEN of is told differently in different
 * places: here all of them.
 */
export const ImportSourceCredentials: CodeBuildOperation<'ImportSourceCredentials'> = async (input, call) => {
  check(input);
  const { serverType, authType, username = null, token, shouldOverwrite = true } = input;
  const { database, secrets } = call.rooms;
  const place = { account: call.account, region: call.region, serverType };
  const arn = sourceCredentialArn(call, serverType);
  await database.write(async (tx) => {
    await requireSameKey(tx, secrets);
    const kept = authType === 'CODECONNECTIONS' ? token : secrets.seal(token, placeOf(place));
    const isKept = await putSourceCredential(tx, { ...place, authType, username, token: kept }, shouldOverwrite);
    if (!isKept) throw sourceCredentialExists(arn);
  });
  return { arn };
};

function check({ authType, serverType, username, token }: ImportSourceCredentialsInput): void {
  if (authType === 'OAUTH') throw invalidInput('Auth type OAUTH cannot be imported: import a PERSONAL_ACCESS_TOKEN');
  if (authType === 'SECRETS_MANAGER') throw notImplemented('Auth type SECRETS_MANAGER');
  const isBasic = authType === 'BASIC_AUTH';
  if (isBasic && serverType !== 'BITBUCKET')
    throw invalidInput(`Server type ${serverType} does not support auth type BASIC_AUTH`);
  if (isBasic !== (username !== undefined))
    throw invalidInput(
      isBasic ? 'Auth type BASIC_AUTH requires a username' : `Auth type ${authType} takes no username`,
    );
  if (authType === 'CODECONNECTIONS' && !isConnection(token))
    throw invalidInput('The token of auth type CODECONNECTIONS is the ARN of a connection');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if ([username, token].some((text) => /[\u0000-\u001f\u007f]/.test(text ?? '')))
    throw invalidInput('Username and token hold no control characters');
  if (username?.includes(':')) throw invalidInput('A username holds no colon');
}

function isConnection(text: string): boolean {
  const { service, resource = '' } = parseArn(text) ?? {};
  return (service === 'codeconnections' || service === 'codestar-connections') && resource.startsWith('connection/');
}

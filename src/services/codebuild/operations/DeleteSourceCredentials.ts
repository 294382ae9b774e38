import { deleteSourceCredential } from '../../../store/codebuild/source-credentials.ts';
import { invalidInput, sourceCredentialNotFound } from '../errors.ts';
import type { CodeBuildOperation } from '../rooms.ts';
import { serverTypeOf } from '../sources/source-credential.ts';

/** Builds that have begun keep what they signed in with. */
export const DeleteSourceCredentials: CodeBuildOperation<'DeleteSourceCredentials'> = async ({ arn }, call) => {
  const serverType = serverTypeOf(call, arn);
  if (serverType === undefined) throw invalidInput(`Invalid arn: ${arn} is not that of source credentials`);
  const isDeleted = await call.rooms.database.write((tx) => deleteSourceCredential(tx, call, serverType));
  if (!isDeleted) throw sourceCredentialNotFound(arn);
  return { arn };
};

import { listSourceCredentials, type SourceCredentialRow } from '../../../store/codebuild/source-credentials.ts';
import type { CodeBuildOperation } from '../rooms.ts';
import type { SourceCredentialsInfo } from '../shapes.ts';
import { sourceCredentialArn } from '../sources/source-credential.ts';

/** Tells what is kept, and nothing that is secret. */
export const ListSourceCredentials: CodeBuildOperation<'ListSourceCredentials'> = async (_input, call) => {
  const rows = await call.rooms.database.read((reader) => listSourceCredentials(reader, call));
  return { sourceCredentialsInfos: rows.map(view) };
};

function view(row: SourceCredentialRow): SourceCredentialsInfo {
  return {
    arn: sourceCredentialArn(row, row.serverType),
    // Written by ImportSourceCredentials, where the model has checked them.
    serverType: row.serverType as SourceCredentialsInfo['serverType'],
    authType: row.authType as SourceCredentialsInfo['authType'],
    resource: row.authType === 'CODECONNECTIONS' ? row.token : undefined,
  };
}

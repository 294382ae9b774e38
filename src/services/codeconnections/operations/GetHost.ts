import { requireHost } from '../find.ts';
import type { CodeConnectionsOperation } from '../rooms.ts';
import { hostView } from '../views.ts';

export const GetHost: CodeConnectionsOperation<'GetHost'> = async ({ HostArn }, call) => {
  const row = await call.rooms.database.read((reader) => requireHost(reader, call, HostArn));
  const { Name, Status, ProviderType, ProviderEndpoint, VpcConfiguration } = hostView(row);
  return { Name, Status, ProviderType, ProviderEndpoint, VpcConfiguration };
};

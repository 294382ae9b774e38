import {
  type ConnectionHostRow,
  countConnectionHosts,
  insertConnectionHost,
} from '../../../store/codeconnections/connection-hosts.ts';
import { invalid, limitExceeded } from '../errors.ts';
import { hostArn } from '../find.ts';
import { checkedEndpoint, needsHost } from '../host-endpoint.ts';
import type { CodeConnectionsOperation } from '../rooms.ts';
import { addTags, checkedTags } from '../tags.ts';

const MAX_HOSTS = 50;
const SUFFIX_LENGTH = 8;

/** PENDING until a connection to it is completed. Gaps: a VPC configuration is kept and changes nothing. */
export const CreateHost: CodeConnectionsOperation<'CreateHost'> = async (input, call) => {
  checkedTags(input.Tags ?? []);
  if (!needsHost(input.ProviderType)) throw invalid(`${input.ProviderType} has no hosts of one's own`);
  const row: ConnectionHostRow = {
    id: `${input.Name.replaceAll(/[^\w-]/g, '-')}-${call.rooms.ids.alphanumeric(SUFFIX_LENGTH).toLowerCase()}`,
    account: call.account,
    region: call.region,
    service: call.rooms.calledAs,
    name: input.Name,
    providerType: input.ProviderType,
    endpoint: checkedEndpoint(input.ProviderEndpoint),
    vpc: input.VpcConfiguration === undefined ? null : JSON.stringify(input.VpcConfiguration),
    status: 'PENDING',
    created: call.now,
  };
  await call.rooms.database.write(async (tx) => {
    if ((await countConnectionHosts(tx, call)) >= MAX_HOSTS) throw limitExceeded('hosts', MAX_HOSTS);
    await insertConnectionHost(tx, row);
    await addTags(tx, hostArn(row), input.Tags ?? []);
  });
  return { HostArn: hostArn(row), Tags: input.Tags };
};

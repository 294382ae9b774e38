import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { isSignedBy } from '../../kernel/hub-signature.ts';
import type { WebhookDelivery } from '../../ports/webhooks.ts';
import { invalidWebhookAuthentication } from './errors.ts';
import type { WebhookDefinition } from './shapes.ts';

/**
 * How a webhook knows who delivers.
 *
 * Gaps: the address is that of the connection; behind a proxy it is the proxy's.
 */
export function checkAuthentication({ authentication, authenticationConfiguration }: WebhookDefinition): void {
  const { SecretToken, AllowedIPRange } = authenticationConfiguration;
  const given = { SecretToken: SecretToken !== undefined, AllowedIPRange: AllowedIPRange !== undefined };
  const wanted = { SecretToken: authentication === 'GITHUB_HMAC', AllowedIPRange: authentication === 'IP' };
  for (const name of ['SecretToken', 'AllowedIPRange'] as const) {
    if (wanted[name] && !given[name])
      throw invalidWebhookAuthentication(`${name} is required for authentication ${authentication}`);
    if (!wanted[name] && given[name])
      throw invalidWebhookAuthentication(`${name} must not be given for authentication ${authentication}`);
  }
  if (AllowedIPRange !== undefined && rangeOf(AllowedIPRange) === undefined)
    throw invalidWebhookAuthentication(`AllowedIPRange '${AllowedIPRange}' is not a CIDR range`);
}

export function isAuthentic(
  { authentication, authenticationConfiguration }: WebhookDefinition,
  { body, header, address }: WebhookDelivery,
): boolean {
  const { SecretToken, AllowedIPRange } = authenticationConfiguration;
  switch (authentication) {
    case 'GITHUB_HMAC':
      return SecretToken !== undefined && isSignedBy(SecretToken, body, header);
    case 'IP':
      return AllowedIPRange !== undefined && isInRange(AllowedIPRange, address);
    case 'UNAUTHENTICATED':
      return true;
  }
}

/** A range of one family holds no address of the other, whatever Node makes of mapped ones. */
function isInRange(text: string, address: string): boolean {
  // A client of IPv4 on a socket of IPv6.
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  const family = familyOf(plain);
  const range = rangeOf(text);
  return range !== undefined && range.family === family && range.addresses.check(plain, family);
}

type Family = 'ipv4' | 'ipv6';

interface Range {
  readonly family: Family;
  readonly addresses: BlockList;
}

function rangeOf(text: string): Range | undefined {
  const [, network = '', prefix = ''] = /^([0-9a-fA-F:.]+)\/(\d{1,3})$/.exec(text) ?? [];
  const family = familyOf(network);
  if (family === undefined || Number(prefix) > (family === 'ipv4' ? 32 : 128)) return undefined;
  const addresses = new BlockList();
  addresses.addSubnet(network, Number(prefix), family);
  return { family, addresses };
}

function familyOf(address: string): Family | undefined {
  if (isIPv4(address)) return 'ipv4';
  return isIPv6(address) ? 'ipv6' : undefined;
}

import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** A range of addresses. Those of one family hold none of the other. */
export interface IpRange {
  includes(address: string): boolean;
}

/** A CIDR such as `10.0.0.0/8` or `2001:db8::/32`; undefined when the text is none. */
export function parseRange(text: string): IpRange | undefined {
  const [, network = '', prefix = ''] = /^([0-9a-fA-F:.]+)\/(\d{1,3})$/.exec(text) ?? [];
  const family = familyOf(network);
  if (family === undefined || Number(prefix) > (family === 'ipv4' ? 32 : 128)) return undefined;
  const addresses = new BlockList();
  addresses.addSubnet(network, Number(prefix), family);
  return {
    includes: (address) => {
      const plain = plainAddress(address);
      return familyOf(plain) === family && addresses.check(plain, family);
    },
  };
}

/** A client of IPv4 on a socket of IPv6 is one of IPv4. */
export function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}

export function isAddress(text: string): boolean {
  return familyOf(text) !== undefined;
}

function familyOf(address: string): 'ipv4' | 'ipv6' | undefined {
  if (isIPv4(address)) return 'ipv4';
  return isIPv6(address) ? 'ipv6' : undefined;
}

import { type IpRange, isAddress, plainAddress } from '../kernel/ip-range.ts';

/**
 * The address of whoever asks: of the connection, unless that is of a proxy that is trusted to tell, in X-Forwarded-For, whom it
 * speaks for. What stands before the last address that is no trusted proxy's may be made up by that client.
 */
export function clientAddress(
  connection: string,
  forwardedFor: string | undefined,
  trustedProxies: readonly IpRange[],
): string {
  const isTrusted = (address: string) => trustedProxies.some((range) => range.includes(address));
  let client = plainAddress(connection);
  const hops = (forwardedFor ?? '').split(',').map((hop) => plainAddress(hop.trim()));
  for (const hop of hops.reverse()) {
    if (!isTrusted(client) || !isAddress(hop)) break;
    client = hop;
  }
  return client;
}

/** An address as a number, with its width: 32 bits or 128. */
export interface IpAddress {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

export function parseIp(text: string): IpAddress | undefined {
  return text.includes(':') ? parseIpv6(text) : parseIpv4(text);
}

/** Numbers may have leading zeros, as in AWS's matcher, and are decimal all the same. */
function parseIpv4(text: string): IpAddress | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)) return undefined;
  return { bits: 32, value: parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n) };
}

function parseIpv6(text: string): IpAddress | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half) => groupsOf(half));
  if (head === undefined || (halves.length === 2 && tail === undefined)) return undefined;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...Array<string>(missing).fill('0'), ...(tail ?? [])];
  return { bits: 128, value: groups.reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n) };
}

function groupsOf(half: string): string[] | undefined {
  if (half === '') return [];
  const groups = half.split(':');
  return groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group)) ? groups : undefined;
}

/** Range of a CIDR; bits of the host are ignored. Throws an Error with AWS's words. */
export function parseCidr(text: string): (address: IpAddress) => boolean {
  const parts = text.split('/');
  const [ip = '', mask = ''] = parts;
  if (parts.length !== 2) throw new Error("Malformed CIDR, one '/' required");
  if (!/^-?\d+$/.test(mask)) throw new Error('Malformed CIDR, mask bits must be an integer');
  if (Number(mask) < 0) throw new Error('Malformed CIDR, mask bits must not be negative');
  if (!/^[0-9a-fA-F:.]+$/.test(ip)) throw new Error(`Nonstandard IP address: ${ip}`);
  const address = parseIp(ip);
  if (address === undefined) throw new Error(`Invalid IP address: ${ip}`);
  const { bits, value } = address;
  if (Number(mask) >= bits) throw new Error(`${bits === 32 ? 'IPv4' : 'IPv6'} mask bits must be < ${bits}`);
  const host = BigInt(bits - Number(mask));
  return (other) => other.bits === bits && other.value >> host === value >> host;
}

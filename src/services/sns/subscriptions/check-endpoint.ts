import { invalidParameter } from '../errors.ts';

const MAX_LENGTH = 2048;

/** Gaps: of the protocols only http and https, and no names and passwords in their URLs. */
export function checkEndpoint(protocol: string, endpoint: string | undefined): string {
  if (protocol !== 'http' && protocol !== 'https')
    throw invalidParameter(`Protocol Reason: ${protocol} is not implemented by this server: use http or https`);
  const url = endpoint === undefined || endpoint.length > MAX_LENGTH ? null : URL.parse(endpoint);
  if (endpoint === undefined || url === null) throw invalidParameter('Endpoint Reason: the endpoint must be a URL');
  if (url.protocol !== `${protocol}:`)
    throw invalidParameter('Endpoint Reason: Endpoint must match the specified protocol');
  if (url.username !== '' || url.password !== '')
    throw invalidParameter('Endpoint Reason: names and passwords in URLs are not implemented by this server');
  return endpoint;
}

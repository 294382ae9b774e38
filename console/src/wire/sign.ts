import { Sha256 } from '@aws-crypto/sha256-browser';
import { SignatureV4 } from '@smithy/signature-v4';
import type { ClientSettings } from './client-settings.ts';

export interface Request {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Headers that sign a request for the service of that name. */
export async function signedHeaders(request: Request, service: string, settings: ClientSettings): Promise<Headers> {
  const { protocol, hostname, port, host } = new URL(settings.endpoint);
  const { region, credentials } = settings;
  const signer = new SignatureV4({ service, region, credentials, sha256: Sha256 });
  const { headers } = await signer.sign({
    ...request,
    protocol,
    hostname,
    ...(port === '' ? {} : { port: Number(port) }),
    headers: { ...request.headers, host },
  });
  // The browser sets the host itself, and lets nobody else.
  return new Headers(Object.entries(headers).filter(([name]) => name !== 'host'));
}

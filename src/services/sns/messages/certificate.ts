import { createHash } from 'node:crypto';
import type { SigningKey } from '../../../credentials/signing-key.ts';
import type { Edge } from '../../../gateway/http.ts';
import type { SnsRooms } from '../rooms.ts';

const PATH = /^\/SimpleNotificationService-[0-9a-f]{32}\.pem$/;

/** Where subscribers find the certificate that verifies signatures: another key has another path. */
export function certificatePath({ certificate }: SigningKey): string {
  return `/SimpleNotificationService-${createHash('sha256').update(certificate).digest('hex').slice(0, 32)}.pem`;
}

/** The certificate, for everybody: subscribers have no keys. */
export function certificateEdge({ signingKey }: Pick<SnsRooms, 'signingKey'>): Edge {
  return {
    name: 'sns-certificate',
    claims: ({ method, path }) => method === 'GET' && PATH.test(path),
    answer: async ({ path }) => {
      const key = await signingKey();
      if (path !== certificatePath(key)) return { status: 404, headers: { 'content-type': 'text/plain' }, body: '' };
      return { status: 200, headers: { 'content-type': 'application/x-pem-file' }, body: key.certificate };
    },
  };
}

import type { AnyService } from '../kernel/operation.ts';
import { ServiceError } from '../kernel/service-error.ts';
import type { AuthenticationError } from './authenticate.ts';
import type { Protocol } from './protocol.ts';
import { element } from './write-xml.ts';

/** S3's REST protocol: the last to be asked, it takes every request that no other protocol claims. */
export function restXml(_options: { readonly service: AnyService; readonly strict: boolean }): Protocol {
  return {
    name: 'rest-xml',
    claims: () => true,
    identify: () => {
      throw new ServiceError('NotImplemented', 'S3 is not built yet', 501);
    },
    receive: () => Promise.reject(new Error('not built yet')),
    answer: () => ({ status: 500, headers: {} }),
    refuse: (error, request) => ({
      status: error.status,
      headers: { 'content-type': 'application/xml', 'x-amz-request-id': request.id },
      body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${element('Code', error.code)}${element('Message', error.message, true)}${element('RequestId', request.id)}</Error>`,
    }),
    authenticationError: (error: AuthenticationError) => new ServiceError('AccessDenied', error.message, 403),
  };
}

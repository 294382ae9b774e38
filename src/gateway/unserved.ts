import { ServiceError } from '../kernel/service-error.ts';
import { type HttpAnswer, type HttpRequest, header } from './http.ts';
import type { Protocol } from './protocol.ts';
import { element } from './rest-xml/write-xml.ts';
import { readClaim } from './signature/sigv4.ts';

/**
 * Requests to services of AWS's that are not here, told by the name they are signed for. Asked first: each of the other protocols would
 * have words of its own for them, and none the service's name.
 */
export function unserved(signingNames: ReadonlySet<string>): Protocol {
  const foreignService = (request: HttpRequest): string | undefined => {
    const service = readClaim(request)?.service;
    return service === undefined || signingNames.has(service) ? undefined : service;
  };
  return {
    name: 'unserved',
    claims: (request) => foreignService(request) !== undefined,
    identify: (request) => {
      throw new ServiceError(
        'NotImplementedException',
        `The service ${foreignService(request)} is not served here (see docs/parity.md for what is)`,
        501,
      );
    },
    receive: () => Promise.reject(new Error('There is nothing to receive')),
    answer: () => {
      throw new Error('There is nothing to answer');
    },
    refuse,
    authenticationError: ({ message }) => new ServiceError('InvalidSignatureException', message),
  };
}

/** In XML to who sends forms, else in JSON with the code in a header too: what there is of protocols reads one of them. */
function refuse({ code, message, status }: ServiceError, request: HttpRequest): HttpAnswer {
  const common = { 'x-amzn-requestid': request.id, 'x-amzn-errortype': code };
  if (!(header(request, 'content-type') ?? '').startsWith('application/x-www-form-urlencoded')) {
    const headers = { ...common, 'content-type': 'application/x-amz-json-1.1' };
    return { status, headers, body: JSON.stringify({ __type: code, message }) };
  }
  const error = element('Error', element('Code', code, true) + element('Message', message, true));
  const body = `<ErrorResponse>${error}${element('RequestId', request.id)}</ErrorResponse>`;
  return { status, headers: { ...common, 'content-type': 'text/xml' }, body };
}

import { ServiceError } from '../../kernel/service-error.ts';
import type { HttpAnswer, HttpRequest } from '../http.ts';
import type { AuthenticationError, AuthenticationFault } from '../signature/authenticate.ts';
import { XML_HEAD } from './write-rest-answer.ts';
import { element } from './write-xml.ts';

/** Errors as S3 writes them. Details named like headers are headers. */
export function writeFailure(error: ServiceError, request: HttpRequest): HttpAnswer {
  const { code, message, status, details } = inWordsOfS3(error);
  const isHeader = ([name]: [string, string]) => name === 'etag' || name.startsWith('x-amz-');
  const headers = {
    'x-amz-request-id': request.id,
    'content-type': 'application/xml',
    ...Object.fromEntries(Object.entries(details).filter(isHeader)),
  };
  if (request.method === 'HEAD' || status === 304) return { status, headers };
  const parts = { Code: code, Message: message, ...details, Resource: request.path, RequestId: request.id };
  const elements = Object.entries(parts).filter((part) => !isHeader(part));
  const content = elements.map(([name, text]) => element(name, text, true));
  return { status, headers, body: `${XML_HEAD}<Error>${content.join('')}${element('HostId', request.id)}</Error>` };
}

/** Errors of the gateway's own steps bear the names of the JSON protocol. */
function inWordsOfS3(error: ServiceError): ServiceError {
  switch (error.code) {
    case 'NotImplementedException':
      return new ServiceError('NotImplemented', error.message, 501);
    case 'InternalFailure':
      return new ServiceError('InternalError', 'We encountered an internal error. Please try again.', 500);
    case 'AccessDeniedException':
      return new ServiceError('AccessDenied', error.message, 403);
    default:
      return error;
  }
}

type Words = readonly [code: string, status: number, message: string | undefined];

/** Without a message of S3's own, the words of the one who found the fault. */
const WORDS: Readonly<Record<AuthenticationFault, Words>> = {
  missing: ['AccessDenied', 403, 'Access Denied'],
  malformed: ['AuthorizationHeaderMalformed', 400, undefined],
  'unknown-key': ['InvalidAccessKeyId', 403, 'The AWS Access Key Id you provided does not exist in our records.'],
  'wrong-token': ['InvalidToken', 400, 'The provided token is malformed or otherwise invalid.'],
  'expired-token': ['ExpiredToken', 400, 'The provided token has expired.'],
  expired: ['AccessDenied', 403, 'Request has expired'],
  skewed: ['RequestTimeTooSkewed', 403, 'The difference between the request time and the current time is too large.'],
  'wrong-scope': ['AuthorizationHeaderMalformed', 400, undefined],
  'wrong-signature': [
    'SignatureDoesNotMatch',
    403,
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  ],
};

export function authenticationError(error: AuthenticationError): ServiceError {
  const [code, status, message] = WORDS[error.fault];
  return new ServiceError(code, message ?? error.message, status);
}

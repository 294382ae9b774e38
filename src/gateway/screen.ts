import { ServiceError } from '../kernel/service-error.ts';
import { type HttpRequest, header } from './http.ts';

/**
 * Keeps web pages of other origins out. The default key is public, so a page could sign requests itself: what it cannot do is
 * hide its origin, or (after DNS rebinding) the host name it thinks it talks to.
 */
export interface ScreenRules {
  /** True while the well-known default key is accepted: then only names of this machine are accepted as Host. */
  readonly onlyLoopbackHosts: boolean;
}

const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]|(?:[a-z0-9_-]+\.)+localhost)(?::\d{1,5})?$/i;

export function screen(request: HttpRequest, rules: ScreenRules): void {
  const host = header(request, 'host') ?? '';
  if (rules.onlyLoopbackHosts && !LOOPBACK_HOST.test(host)) {
    throw refused(`Host ${JSON.stringify(host)} is not a name of this machine`);
  }
  const origin = header(request, 'origin');
  if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) {
    throw refused(`Origin ${JSON.stringify(origin)} is not this server`);
  }
  const site = header(request, 'sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isPlainNavigation(request)) {
    throw refused('Requests from pages of other sites are not accepted');
  }
}

function isPlainNavigation(request: HttpRequest): boolean {
  const signed = request.headers.authorization !== undefined || /x-amz-signature/i.test(request.query);
  return request.method === 'GET' && header(request, 'sec-fetch-mode') === 'navigate' && !signed;
}

function refused(message: string): ServiceError {
  return new ServiceError('AccessDeniedException', message, 403);
}

import { type Edge, type HttpAnswer, type HttpRequest, header } from '../gateway/http.ts';
import { readBody } from '../gateway/read-body.ts';
import { isServiceError } from '../kernel/service-error.ts';
import type { Reception, WebhookDelivery, Webhooks } from '../ports/webhooks.ts';

/** What GitHub sends at the most. */
const MAX_BODY = 25 * 1024 * 1024;

/**
 * An edge to which others deliver: no AWS protocol, no signature of AWS, but a secret in the path and whatever its owner checks.
 * Any host name will do, for deliveries come through proxies and tunnels; pages of other origins stay out.
 */
export function deliveryEdge(name: string, path: string, webhooks: Webhooks): Edge {
  return {
    name,
    anyHost: true,
    claims: (request) => request.path.startsWith(path),
    answer: async (request) => answer(await receive(request, request.path.slice(path.length), webhooks)),
  };
}

async function receive(request: HttpRequest, token: string, webhooks: Webhooks): Promise<Reception> {
  const webhook = /^[\w-]{20,100}$/.test(token) ? await webhooks.find(token) : undefined;
  if (webhook === undefined) return { status: 404, message: 'There is no such webhook' };
  if (request.method !== 'POST') return { status: 405, message: 'Webhooks are delivered by POST' };
  try {
    return await webhook.receive(await deliveryOf(request));
  } catch (error) {
    if (isServiceError(error)) return { status: error.status, message: error.message };
    throw error;
  }
}

async function deliveryOf(request: HttpRequest): Promise<WebhookDelivery> {
  return {
    body: await readBody(request, MAX_BODY),
    headers: request.headers,
    header: (name) => header(request, name),
    address: request.remoteAddress,
  };
}

function answer({ status, message }: Reception): HttpAnswer {
  const headers = {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(status === 405 ? { allow: 'POST' } : {}),
  };
  return { status, headers, body: `${JSON.stringify({ message })}\n` };
}

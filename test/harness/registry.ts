import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const INDEX = 'application/vnd.oci.image.index.v1+json';

/** A container registry that speaks the part of the OCI distribution API that clients pull and push manifests by. */
export interface Registry {
  readonly url: string;
  /** What whoever pulls must show: nothing, a password, or a token that its realm gives for the password. */
  access: 'open' | 'basic' | 'bearer';
  /** Answers these statuses first, one each. */
  readonly troubles: number[];
  /** Bytes of the manifest it sends instead, whatever was asked for. */
  forged: string | undefined;
  /** Pushes an image by the API; answers its digest. */
  push(repository: string, tag: string, layers?: readonly number[]): Promise<string>;
  /** Pushes an index of two images. */
  pushIndex(repository: string, tag: string): Promise<string>;
  close(): Promise<void>;
}

export const LOGIN = { username: 'puller', password: 'pa:ss' };

interface Stored {
  readonly type: string;
  readonly content: string;
}

export async function startRegistry(): Promise<Registry> {
  const manifests = new Map<string, Stored>();
  const server = createServer((request, response) => void serve(request, response));
  const registry = {
    url: '',
    access: 'open' as Registry['access'],
    troubles: [] as number[],
    forged: undefined as string | undefined,
    push: (repository: string, tag: string, layers: readonly number[] = [10, 20]) =>
      put(repository, tag, { type: MANIFEST, content: manifestOf(tag, layers) }),
    pushIndex: async (repository: string, tag: string) => {
      const images = await Promise.all(['amd64', 'arm64'].map((name) => registry.push(repository, name, [1])));
      const list = images.map((digest) => ({ mediaType: MANIFEST, digest, size: 1 }));
      const content = JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests: list });
      return put(repository, tag, { type: INDEX, content });
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function put(repository: string, tag: string, { type, content }: Stored): Promise<string> {
    const answer = await fetch(`${registry.url}/v2/${repository}/manifests/${tag}`, {
      method: 'PUT',
      headers: { 'content-type': type },
      body: content,
    });
    return answer.headers.get('docker-content-digest') ?? '';
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', registry.url);
    const trouble = request.method === 'GET' ? registry.troubles.shift() : undefined;
    if (trouble !== undefined) response.writeHead(trouble).end();
    else if (pathname === '/token') giveToken(request, response, searchParams);
    else if (request.method === 'PUT') await keep(request, response, pathname);
    else if (!isAdmitted(request)) response.writeHead(401, { 'www-authenticate': challenge() }).end();
    else answer(request, response, pathname);
  }

  async function keep(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const content = await text(request);
    const stored = { type: request.headers['content-type'] ?? '', content };
    const digest = digestOf(content);
    manifests.set(path, stored);
    manifests.set(path.replace(/[^/]+$/, digest), stored);
    response.writeHead(201, { 'docker-content-digest': digest }).end();
  }

  function answer(request: IncomingMessage, response: ServerResponse, path: string): void {
    const stored = manifests.get(path);
    if (stored === undefined || !request.headers.accept?.includes(stored.type)) response.writeHead(404).end('{}');
    else response.writeHead(200, { 'content-type': stored.type }).end(registry.forged ?? stored.content);
  }

  function isAdmitted({ headers: { authorization } }: IncomingMessage): boolean {
    const wanted = { open: undefined, basic: basic(), bearer: 'Bearer a.pull-token' }[registry.access];
    return wanted === undefined || authorization === wanted;
  }

  function challenge(): string {
    return registry.access === 'basic'
      ? 'Basic realm="registry"'
      : `Bearer realm="${registry.url}/token",service="our registry",scope="repository:x:pull"`;
  }

  function giveToken(request: IncomingMessage, response: ServerResponse, query: URLSearchParams): void {
    const good =
      request.headers.authorization === basic() &&
      query.get('service') === 'our registry' &&
      /^repository:[\w./-]+:pull$/.test(query.get('scope') ?? '');
    response.writeHead(good ? 200 : 401).end(good ? '{"token":"a.pull-token"}' : '{}');
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  registry.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return registry;
}

function basic(): string {
  return `Basic ${Buffer.from(`${LOGIN.username}:${LOGIN.password}`).toString('base64')}`;
}

function manifestOf(name: string, sizes: readonly number[]): string {
  const layers = sizes.map((size) => ({
    mediaType: 'application/vnd.oci.image.layer.v1.tar',
    size,
    digest: digestOf(name),
  }));
  return JSON.stringify({
    schemaVersion: 2,
    mediaType: MANIFEST,
    config: { digest: digestOf(`${name} config`) },
    layers,
  });
}

export function digestOf(content: string): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

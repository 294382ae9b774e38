import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A container registry that engines push to: the part of the OCI distribution API that they need. */
export interface PushableRegistry {
  readonly url: string;
  /** Digests of manifests, by `repository:tag`. */
  readonly tags: ReadonlyMap<string, string>;
  /** Paths of the files in an image, layer by layer. */
  layersOf(repository: string, tag: string): readonly Uint8Array[];
  close(): Promise<void>;
}

export const PUSHER = { username: 'pusher', password: 'pa:ss' };

/** Whoever pushes must show the password of `PUSHER`. */
export async function startPushableRegistry(): Promise<PushableRegistry> {
  const blobs = new Map<string, Uint8Array>();
  const uploads = new Map<string, Uint8Array[]>();
  const manifests = new Map<string, { readonly type: string; readonly content: Uint8Array }>();
  const tags = new Map<string, string>();
  const server = createServer((request, response) => void serve(request, response));

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://registry');
    const body = await buffer(request);
    if (request.headers.authorization !== basic()) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="registry"' }).end();
      return;
    }
    const [, repository = '', kind, reference = ''] =
      /^\/v2\/(.+)\/(blobs\/uploads|blobs|manifests)\/(.*)$/.exec(pathname) ?? [];
    if (kind === 'blobs/uploads')
      upload(request, response, { repository, id: reference, body, digest: searchParams.get('digest') });
    else if (kind === 'blobs') blob(response, reference);
    else if (kind === 'manifests') manifest(request, response, { repository, reference, body });
    else response.writeHead(200).end('{}');
  }

  function upload(
    { method }: IncomingMessage,
    response: ServerResponse,
    { repository, id, body, digest }: { repository: string; id: string; body: Uint8Array; digest: string | null },
  ): void {
    const upload = id === '' ? `upload-${uploads.size + 1}` : id;
    const parts = [...(uploads.get(upload) ?? []), body];
    uploads.set(upload, parts);
    const whole = Buffer.concat(parts);
    if (method === 'PUT' && digest !== null) blobs.set(digest, whole);
    const headers = {
      location: `/v2/${repository}/blobs/uploads/${upload}`,
      range: `0-${Math.max(whole.length - 1, 0)}`,
      'docker-upload-uuid': upload,
    };
    response.writeHead(method === 'PUT' ? 201 : 202, headers).end();
  }

  function blob(response: ServerResponse, digest: string): void {
    const found = blobs.get(digest);
    const headers = { 'content-length': found?.length ?? 0, 'docker-content-digest': digest };
    response.writeHead(found === undefined ? 404 : 200, headers).end();
  }

  function manifest(
    { method, headers }: IncomingMessage,
    response: ServerResponse,
    { repository, reference, body }: { repository: string; reference: string; body: Uint8Array },
  ): void {
    if (method === 'PUT') {
      const digest = `sha256:${createHash('sha256').update(body).digest('hex')}`;
      manifests.set(digest, { type: headers['content-type'] ?? '', content: body });
      tags.set(`${repository}:${reference}`, digest);
      response.writeHead(201, { 'docker-content-digest': digest }).end();
      return;
    }
    const digest = tags.get(`${repository}:${reference}`) ?? reference;
    const found = manifests.get(digest);
    if (found === undefined) response.writeHead(404).end('{}');
    else
      response
        .writeHead(200, { 'content-type': found.type, 'docker-content-digest': digest })
        .end(method === 'HEAD' ? '' : found.content);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tags,
    layersOf: (repository, tag) => {
      const content = manifests.get(tags.get(`${repository}:${tag}`) ?? '')?.content;
      const { layers = [] } = JSON.parse(Buffer.from(content ?? Buffer.from('{}')).toString()) as {
        layers?: { digest: string }[];
      };
      return layers.map(({ digest }) => blobs.get(digest) ?? new Uint8Array());
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function basic(): string {
  return `Basic ${Buffer.from(`${PUSHER.username}:${PUSHER.password}`).toString('base64')}`;
}

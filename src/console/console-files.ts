import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import mime from 'mime-types';
import { type HttpAnswer, type HttpRequest, header } from '../gateway/http.ts';

/** No inline script, nothing from elsewhere, no frame around it. */
const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

const NOT_BUILT =
  'The console is not built: `npm run build` in the checkout builds it. Everything else of this server works without it.\n';

const SMALLEST_WORTH_ZIPPING = 1024;
const PAGE = 'index.html';

interface Kept {
  readonly plain: Buffer;
  readonly zipped: Buffer | undefined;
}

/** The files of the built console; every path that is none of them is a page, drawn by the console itself. */
export class ConsoleFiles {
  readonly #directory: string;
  readonly #names: ReadonlySet<string>;
  readonly #kept = new Map<string, Promise<Kept>>();

  constructor(directory: string) {
    this.#directory = directory;
    this.#names = new Set(namesBelow(directory));
  }

  /** `path` is relative to the console, still percent-encoded: only what is listed is ever read. */
  async answer(path: string, request: HttpRequest): Promise<HttpAnswer> {
    if (!this.#names.has(PAGE)) return text(503, NOT_BUILT);
    const isAsset = path.startsWith('assets/');
    if (isAsset && !this.#names.has(path)) return text(404, 'There is no such file\n');
    const name = this.#names.has(path) ? path : PAGE;
    const { plain, zipped } = await this.#read(name);
    const zip = zipped !== undefined && /\bgzip\b/.test(header(request, 'accept-encoding') ?? '');
    return {
      status: 200,
      headers: {
        ...PAGE_HEADERS,
        'content-type': mime.contentType(extname(name)) || 'application/octet-stream',
        // Names of assets carry a hash of what is in them.
        'cache-control': isAsset ? 'public, max-age=31536000, immutable' : 'no-cache',
        vary: 'accept-encoding',
        ...(zip ? { 'content-encoding': 'gzip' } : {}),
      },
      body: zip ? zipped : plain,
    };
  }

  #read(name: string): Promise<Kept> {
    const kept = this.#kept.get(name) ?? readKept(join(this.#directory, name));
    this.#kept.set(name, kept);
    return kept;
  }
}

async function readKept(file: string): Promise<Kept> {
  const plain = await readFile(file);
  const zipped = plain.length < SMALLEST_WORTH_ZIPPING ? undefined : await promisify(gzip)(plain, { level: 9 });
  return { plain, zipped: zipped !== undefined && zipped.length < plain.length ? zipped : undefined };
}

function namesBelow(directory: string): string[] {
  try {
    return readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(directory.length + 1)
          .replaceAll(sep, '/'),
      );
  } catch {
    return [];
  }
}

function text(status: number, body: string): HttpAnswer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }, body };
}

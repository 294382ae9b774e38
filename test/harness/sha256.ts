import { createHash, createHmac, type Hmac, type Hash as NodeHash } from 'node:crypto';

type Data = string | ArrayBuffer | ArrayBufferView;

/** SHA-256 as the SDK's signer wants it. */
export class Hash {
  #hash: NodeHash | Hmac;
  readonly #secret: Data | undefined;

  constructor(secret?: Data) {
    this.#secret = secret;
    this.#hash = start(secret);
  }

  update(data: Data): void {
    this.#hash.update(bytes(data));
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }

  reset(): void {
    this.#hash = start(this.#secret);
  }
}

function start(secret: Data | undefined): NodeHash | Hmac {
  return secret === undefined ? createHash('sha256') : createHmac('sha256', bytes(secret));
}

function bytes(data: Data): Uint8Array {
  if (typeof data === 'string') return Buffer.from(data);
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}

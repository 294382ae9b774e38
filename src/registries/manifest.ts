import { createHash } from 'node:crypto';

/** Computed, not believed: the digest is what deployments go by. */
export function digestOf(body: Uint8Array): string {
  return `sha256:${createHash('sha256').update(body).digest('hex')}`;
}

/** Bytes of an image's layers, as its manifest tells; undefined for an index, and for what is no manifest. */
export function readManifest(body: Uint8Array): { readonly size: number | undefined } {
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    const layers: unknown = typeof value === 'object' && value !== null && 'layers' in value ? value.layers : undefined;
    if (!Array.isArray(layers)) return { size: undefined };
    return { size: layers.reduce((sum: number, layer: unknown) => sum + sizeOf(layer), 0) };
  } catch {
    return { size: undefined };
  }
}

function sizeOf(layer: unknown): number {
  const size = typeof layer === 'object' && layer !== null && 'size' in layer ? layer.size : 0;
  return typeof size === 'number' && Number.isSafeInteger(size) ? size : 0;
}

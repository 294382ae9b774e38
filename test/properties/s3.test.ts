import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader } from '../../src/gateway/byte-reader.ts';
import { readChunks } from '../../src/gateway/signature/chunked-body.ts';
import { beginChecksum, CHECKSUM_ALGORITHMS, checksum } from '../../src/kernel/checksum.ts';
import { afterMarker, listPage, type Position } from '../../src/services/s3/lists/listing.ts';
import { keyWriter } from '../../src/services/s3/lists/listing-request.ts';
import { rangeOf } from '../../src/services/s3/reading/byte-range.ts';

const hex = (algorithm: (typeof CHECKSUM_ALGORITHMS)[number], text: string) =>
  Buffer.from(checksum(algorithm, Buffer.from(text)), 'base64').toString('hex');

/** Cuts bytes into pieces at the given places. */
function* pieces(bytes: Buffer, cuts: readonly number[]): Generator<Buffer> {
  const places = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  let start = 0;
  for (const end of places) {
    yield bytes.subarray(start, end);
    start = end;
  }
}

describe('checksums', () => {
  it('are those of the catalogues', () => {
    expect(hex('CRC32', '123456789')).toBe('cbf43926');
    expect(hex('CRC32C', '123456789')).toBe('e3069283');
    expect(hex('CRC64NVME', '123456789')).toBe('ae8b14860a799888');
  });

  it('do not depend on how the bytes arrive', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.array(fc.nat(), { maxLength: 5 }), (data, cuts) => {
        const bytes = Buffer.from(data);
        for (const algorithm of CHECKSUM_ALGORITHMS) {
          const sum = beginChecksum(algorithm);
          for (const piece of pieces(bytes, cuts)) sum.update(piece);
          expect(sum.digest().toString('base64')).toBe(checksum(algorithm, bytes));
        }
      }),
    );
  });
});

async function* arriving(bytes: Buffer, cuts: readonly number[]): AsyncGenerator<Buffer> {
  yield* pieces(bytes, cuts);
}

describe('chunked bodies', () => {
  it('give back what was framed, however it arrives', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ minLength: 1, maxLength: 50 }), { maxLength: 6 }),
        fc.array(fc.nat(), { maxLength: 8 }),
        async (chunks, cuts) => {
          const framed = chunks.flatMap((chunk) => [
            Buffer.from(`${chunk.length.toString(16)}\r\n`),
            Buffer.from(chunk),
            Buffer.from('\r\n'),
          ]);
          const body = Buffer.concat([...framed, Buffer.from('0\r\nx-amz-checksum-crc32:abc\r\n\r\n')]);
          const content: Buffer[] = [];
          const reading = readChunks(arriving(body, cuts), undefined);
          for (;;) {
            const next = await reading.next();
            if (next.done) {
              expect(next.value).toEqual(new Map([['x-amz-checksum-crc32', 'abc']]));
              break;
            }
            content.push(next.value);
          }
          expect(Buffer.concat(content)).toEqual(Buffer.concat(chunks));
        },
      ),
    );
  });

  it('never end well when cut off inside the content', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 12 }), async (length) => {
        const body = Buffer.from('a\r\n0123456789\r\n0\r\n\r\n').subarray(0, length);
        const read = async () => {
          for await (const _ of readChunks(arriving(body, []), undefined));
        };
        await expect(read()).rejects.toMatchObject({ code: 'IncompleteBody' });
      }),
    );
  });

  it('have lines of bounded length', async () => {
    const reader = new ByteReader(arriving(Buffer.alloc(100, 'x'), [10, 20, 30]));
    expect(await reader.line(16)).toBeUndefined();
  });
});

const KEY = fc
  .array(fc.constantFrom('a', 'b', '/', 'é', '😀'), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(''));
const byBytes = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other));

/** The same rows as the store would answer. */
function storeOf(keys: readonly string[]) {
  const rows = keys.map((key) => ({ key, sequence: 1 }));
  return async ({ from, before }: Position, end: Uint8Array | undefined, limit: number) =>
    rows
      .filter(({ key, sequence }) => {
        const order = Buffer.compare(Buffer.from(key), from);
        const inside = end === undefined || Buffer.compare(Buffer.from(key), end) < 0;
        return inside && (order > 0 || (order === 0 && sequence < before));
      })
      .slice(0, limit);
}

describe('listings', () => {
  it('show every key once, alone or rolled up, whatever the size of the pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(KEY, { maxLength: 20 }),
        fc.constantFrom('', 'a', 'a/', 'é'),
        fc.constantFrom(undefined, '/', 'b/'),
        fc.integer({ min: 1, max: 5 }),
        async (unordered, prefix, delimiter, limit) => {
          const keys = [...unordered].sort(byBytes);
          const seen: string[] = [];
          let marker: string | undefined;
          for (let page = 0; page < 50; page += 1) {
            const start = afterMarker(marker, { prefix, delimiter });
            const { items, prefixes, last } = await listPage({ prefix, delimiter, limit, start }, storeOf(keys));
            expect(items.length + prefixes.length).toBeLessThanOrEqual(limit);
            seen.push(...items.map(({ key }) => key), ...prefixes.map((text) => `${text}*`));
            if (last === undefined) break;
            marker = 'item' in last ? last.item.key : last.prefix;
          }
          const shown = keys
            .filter((key) => key.startsWith(prefix))
            .map((key) => {
              const at = delimiter === undefined ? -1 : key.indexOf(delimiter, prefix.length);
              return at === -1 ? key : `${key.slice(0, at + (delimiter?.length ?? 0))}*`;
            });
          expect([...seen].sort()).toEqual([...new Set(shown)].sort());
        },
      ),
    );
  });

  it('write keys so that clients read them back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (key) => {
        const written = keyWriter('url')(key);
        expect(written).toMatch(/^[\w./~*%+-]*$/);
        expect(decodeURIComponent(written.replaceAll('+', ' '))).toBe(key);
      }),
    );
  });
});

describe('ranges of bytes', () => {
  it('lie within the object', () => {
    const ends = fc.option(fc.nat({ max: 30 }), { nil: undefined });
    fc.assert(
      fc.property(fc.nat({ max: 20 }), ends, ends, (size, first, last) => {
        const header = `bytes=${first ?? ''}-${last ?? ''}`;
        let range: ReturnType<typeof rangeOf>;
        try {
          range = rangeOf(header, size);
        } catch (error) {
          expect(error).toMatchObject({ code: 'InvalidRange' });
          expect(first === undefined ? last === 0 || size === 0 : first >= size).toBe(true);
          return;
        }
        if (range === undefined) return;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.start).toBeLessThanOrEqual(range.end);
        expect(range.end).toBeLessThan(size);
      }),
    );
  });
});

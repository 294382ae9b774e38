import type { ByteRange } from '../content-files.ts';
import { invalidRange } from '../errors.ts';

/**
 * The part of an object that a Range header asks for; undefined is the whole. What is not a single range of bytes is passed over,
 * as HTTP allows and S3 does.
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{0,16})-(\d{0,16})$/.exec(header?.trim() ?? '') ?? [];
  if (header === undefined || (first === '' && last === '')) return undefined;
  const range =
    first === ''
      ? { start: Math.max(size - Number(last), 0), end: size - 1 }
      : { start: Number(first), end: end(last, size) };
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined;
  if (range.start >= size || (first === '' && Number(last) === 0)) throw invalidRange(header, size);
  return range;
}

function end(last: string, size: number): number {
  return last === '' ? size - 1 : Math.min(Number(last), size - 1);
}

export function contentRange({ start, end: last }: ByteRange, size: number): string {
  return `bytes ${start}-${last}/${size}`;
}

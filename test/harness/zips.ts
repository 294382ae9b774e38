import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';

/** A zip of texts by their paths; `-> target` is a link. */
export function zipOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(files)) {
    const [, target] = /^-> (.+)$/.exec(content) ?? [];
    zip.addBuffer(Buffer.from(target ?? content), path, { mode: target === undefined ? 0o100664 : 0o120777 });
  }
  zip.end();
  return buffer(zip.outputStream);
}

/** The texts in a zip by their paths; a link is `-> target`. */
export async function unzipped(content: Uint8Array): Promise<Record<string, string>> {
  const zip = await fromBufferPromise(Buffer.from(content));
  const files: Record<string, string> = {};
  for await (const entry of zip.eachEntry()) {
    const text = (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8');
    const isLink = ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000;
    files[entry.fileName] = isLink ? `-> ${text}` : text;
  }
  return files;
}

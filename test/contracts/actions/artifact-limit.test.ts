import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { ActionRun } from '../../../src/actions/action.ts';
import { writeArtifact } from '../../../src/actions/revision.ts';
import type { Objects } from '../../../src/ports/objects.ts';

/** Of a run, all that is looked at. */
const RUN = {
  account: '123456789012',
  region: 'eu-west-1',
  outputs: [{ name: 'Out', bucket: 'artifacts', key: 'p/Out/1' }],
} as unknown as ActionRun;

/** Keeps what it could read to its end, as the object store does. */
function keeper() {
  const kept: string[] = [];
  const write: Objects['write'] = async ({ body }) => {
    const chunks: Buffer[] = [];
    for await (const chunk of body as Readable) chunks.push(chunk);
    kept.push(Buffer.concat(chunks).toString());
    return { size: 0, etag: '', versionId: undefined, contentType: '', metadata: {}, lastModified: 0 };
  };
  return { kept, objects: { write } as Objects };
}

const bodyOf = (...chunks: string[]) => Readable.from(chunks.map((chunk) => Buffer.from(chunk)));

describe('the artifact of a source', () => {
  it('may be as large as its limit', async () => {
    const { kept, objects } = keeper();
    await writeArtifact(RUN, objects, { body: bodyOf('12345', '67890'), limit: 10 });
    expect(kept).toEqual(['1234567890']);
  });

  it('fails the action when it is larger, and is not kept', async () => {
    const { kept, objects } = keeper();
    const larger = writeArtifact(RUN, objects, { body: bodyOf('12345', '678901'), limit: 10 });
    await expect(larger).rejects.toMatchObject({ code: 'ConfigurationError', message: /exceeds the maximum size/ });
    expect(kept).toEqual([]);
  });
});

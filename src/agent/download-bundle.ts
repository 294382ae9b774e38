import { cp, mkdir, readdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extractTar } from '../archives/extract-tar.ts';
import { extractZip } from '../archives/extract-zip.ts';
import type { Deployment } from './deployment.ts';
import { downloadFromS3 } from './download-s3.ts';
import { readMarker } from './hooks/hooks.ts';
import { archiveOf, bundleOf } from './places.ts';
import type { BundleType } from './specification.ts';
import { insist, isTrouble } from './wire/patience.ts';

/** Long enough for a server that is started again; then the event fails and says why. */
const FETCH_PATIENCE = 120_000;

/** Fetches the revision and unpacks it; what is unpacked of it only stands in its place when all went well. */
export async function downloadBundle(deployment: Deployment): Promise<void> {
  const { places, specification } = deployment;
  await removeOldRevisions(deployment);
  const own = places.deployment(specification);
  const archive = archiveOf(own);
  const fresh = `${archive}-temp`;
  await rm(fresh, { recursive: true, force: true });
  await rm(archive, { recursive: true, force: true });
  try {
    await unpack(deployment, own, fresh);
    await rename(await rootOfRevision(fresh), archive);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  await mkdir(places.instructions, { recursive: true });
  await writeFile(places.mostRecent(specification.deploymentGroupId), own);
}

async function unpack({ specification, s3, log, stop }: Deployment, own: string, fresh: string): Promise<void> {
  const { revision } = specification;
  const bundle = bundleOf(own);
  if (revision.type === 'Local Directory') {
    return cp(revision.location, fresh, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  }
  await rm(bundle, { force: true });
  if (revision.type === 'Local File') await symlink(revision.location, bundle);
  else {
    const fetch = (): Promise<void> => downloadFromS3(s3, revision, bundle);
    await insist('Fetching the bundle', fetch, { log, stop, passing: isTrouble, limit: FETCH_PATIENCE });
  }
  await extract(revision.bundleType, bundle, fresh);
}

async function extract(type: BundleType, bundle: string, directory: string): Promise<void> {
  await mkdir(directory);
  await (type === 'zip' ? extractZip(bundle, directory) : extractTar(bundle, directory));
}

/** A bundle whose only directory holds the application specification (as source archives do) is taken from there. */
async function rootOfRevision(directory: string): Promise<string> {
  const entries = await readdir(directory, { withFileTypes: true });
  if (entries.some(({ name }) => isAppSpec(name))) return directory;
  const [only, another] = entries;
  if (only?.isDirectory() && another === undefined) {
    const inner = join(directory, only.name);
    if ((await readdir(inner)).some(isAppSpec)) return inner;
  }
  throw new Error('appspec file is not found.');
}

function isAppSpec(name: string): boolean {
  return name.toLowerCase().includes('appspec');
}

/** So many that with the new one there are `maxRevisions`; the oldest first, never the one installed last. */
async function removeOldRevisions({ places, specification, maxRevisions }: Deployment): Promise<void> {
  const group = specification.deploymentGroupId;
  const directory = places.group(group);
  const own = places.deployment(specification);
  const others = (await readdir(directory)).map((name) => join(directory, name)).filter((path) => path !== own);
  const excess = others.length - maxRevisions + 1;
  if (excess <= 0) return;
  const installed = await readMarker(places.lastSuccessful(group));
  const dated = await Promise.all(
    others.filter((path) => path !== installed).map(async (path) => ({ path, time: (await stat(path)).mtimeMs })),
  );
  for (const { path } of dated.sort((a, b) => a.time - b.time).slice(0, excess)) {
    await rm(path, { recursive: true, force: true });
  }
}

import { mkdir, realpath, writeFile } from 'node:fs/promises';
import type { Deployment } from './deployment.ts';
import { downloadBundle } from './download-bundle.ts';
import { HOOK_EVENTS, loadAppSpec, runHooks, scriptsOf } from './hooks/hooks.ts';
import { install } from './install/install.ts';
import { archiveOf } from './places.ts';

/** True when the event has no script in the revision that applies to it. */
export async function isNoop(event: string, deployment: Deployment): Promise<boolean> {
  if (event === 'DownloadBundle' || event === 'Install') return false;
  refuseUnknown(event);
  const found = await scriptsOf({ event, ...deployment });
  return found === undefined || found.scripts.length === 0;
}

/** Performs one lifecycle event; throws when it fails. */
export async function perform(event: string, deployment: Deployment): Promise<void> {
  const { places, specification } = deployment;
  await mkdir(places.deployment(specification), { recursive: true });
  if (event === 'DownloadBundle') return downloadBundle(deployment);
  if (event === 'Install') return installRevision(deployment);
  refuseUnknown(event);
  return runHooks({ event, specification, places }, deployment);
}

async function installRevision({ places, specification, destinations }: Deployment): Promise<void> {
  const { deploymentGroupId: group, appSpecFilename } = specification;
  const own = places.deployment(specification);
  const appSpec = await loadAppSpec(archiveOf(own), [appSpecFilename, 'appspec.yaml']);
  const fileExistsBehavior = appSpec.fileExistsBehavior ?? specification.fileExistsBehavior;
  await mkdir(places.instructions, { recursive: true });
  await install(
    { archive: await realpath(archiveOf(own)), appSpec, destinations, fileExistsBehavior },
    { cleanup: places.cleanup(group), instructions: places.install(group) },
  );
  await writeFile(places.lastSuccessful(group), own);
}

function refuseUnknown(event: string): void {
  if (!HOOK_EVENTS.has(event)) throw new Error(`Unsupported command type: ${event}.`);
}

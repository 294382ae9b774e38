import { ServiceError } from '../../kernel/service-error.ts';
import type { Objects } from '../../ports/objects.ts';
import type { ActionProvider, ActionRun, ArtifactCopy } from '../action.ts';
import { keepArtifact } from './keep-artifact.ts';
import { written } from './read-artifact.ts';

/** The same kind of action, which finds its inputs in the store of its own region before it begins. */
export function acrossRegions(provider: ActionProvider, objects: Objects): ActionProvider {
  return {
    ...provider,
    start: async (run) => {
      for (const copy of run.copies) await bring(copy, run, objects);
      return provider.start(run);
    },
  };
}

/** Begun again after a crash, it writes the same once more. */
async function bring({ from, to }: ArtifactCopy, run: ActionRun, objects: Objects): Promise<void> {
  const { region } = run;
  const store = await objects.findBucket(to.bucket);
  if (store !== undefined && store.region !== region) {
    throw new ServiceError(
      'ConfigurationError',
      `The artifact bucket ${to.bucket} is in region ${store.region}, and the action in ${region}`,
    );
  }
  const { body, contentType } = await written(from, () => objects.read(from));
  await keepArtifact(to, { body, contentType }, run, objects);
}

import { cancelExecutions } from '../../../engine/orders/stop-execution.ts';
import { insertPipelineVersion } from '../../../store/codepipeline/pipelines.ts';
import { forgetTransitions } from '../../../store/codepipeline/transitions.ts';
import { checkArtifactBuckets } from '../declaration/check-artifact-buckets.ts';
import { normalForm } from '../declaration/normal-form.ts';
import { checkStructure } from '../declaration/structure.ts';
import { type CodePipelineCall, requireLockedPipeline } from '../find.ts';
import { keepWatches, prepareWatches } from '../polling/source-watches.ts';
import { keepSecrets, maskSecrets, openSecrets, sealSecrets } from '../secrets.ts';
import type { PipelineDeclaration, UpdatePipelineInput, UpdatePipelineOutput } from '../shapes.ts';

/** The next version. Executions under way are cancelled once their running actions have ended, a new one is not started. */
export async function UpdatePipeline(
  input: UpdatePipelineInput,
  call: CodePipelineCall,
): Promise<UpdatePipelineOutput> {
  const { region, rooms, now } = call;
  const watches = await prepareWatches(input.pipeline, call, rooms);
  const pipeline = await rooms.database.write(async (tx): Promise<PipelineDeclaration> => {
    const providers = await rooms.providers.list(tx, call);
    checkStructure(input.pipeline, region, { providers, rules: rooms.rules });
    await checkArtifactBuckets(tx, input.pipeline, region);
    const row = await requireLockedPipeline(tx, call, input.pipeline.name);
    const stored = (await rooms.declarations.read(tx, row.id, row.version)) as PipelineDeclaration;
    const known = openSecrets(stored, row.id, rooms.secrets);
    const next = keepSecrets(normalForm(input.pipeline, row.version + 1), known, providers);
    const sealed = await sealSecrets(tx, next, row.id, { providers, secrets: rooms.secrets });
    await forgetTransitions(
      tx,
      row.id,
      next.stages.map(({ name }) => name),
    );
    await cancelExecutions(tx, row, rooms);
    await insertPipelineVersion(tx, row.id, {
      version: row.version + 1,
      declaration: JSON.stringify(sealed),
      created: now,
    });
    await keepWatches(tx, row, watches, rooms);
    return maskSecrets(tx, call, next);
  });
  return { pipeline };
}

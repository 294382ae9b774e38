import { startExecution } from '../../../engine/orders/start-execution.ts';
import { arn } from '../../../kernel/arn.ts';
import { countOneMore, insertPipeline } from '../../../store/codepipeline/pipelines.ts';
import { dropTags, putTags } from '../../../store/tags.ts';
import { checkArtifactBuckets } from '../declaration/check-artifact-buckets.ts';
import { normalForm } from '../declaration/normal-form.ts';
import { checkStructure } from '../declaration/structure.ts';
import { limitExceeded, pipelineNameInUse } from '../errors.ts';
import type { CodePipelineCall } from '../find.ts';
import { keepWatches, prepareWatches } from '../polling/source-watches.ts';
import { maskSecrets, sealSecrets } from '../secrets.ts';
import type { CreatePipelineInput, CreatePipelineOutput } from '../shapes.ts';
import { defaultVariables } from '../starts/variable-values.ts';
import { checkTags } from '../tags.ts';

/** The pipeline runs at once, as AWS's do. A pipeline whose variables have no default values waits to be started. */
export async function CreatePipeline(
  input: CreatePipelineInput,
  call: CodePipelineCall,
): Promise<CreatePipelineOutput> {
  const { account, region, rooms, now } = call;
  checkTags(input.tags ?? []);
  const pipeline = normalForm(input.pipeline, 1);
  const watches = await prepareWatches(pipeline, call, rooms);
  await rooms.database.write(async (tx) => {
    const providers = await rooms.providers.list(tx, call);
    checkStructure(input.pipeline, region, { providers, rules: rooms.rules });
    await checkArtifactBuckets(tx, input.pipeline, region);
    const row = { id: rooms.ids.uuid(), account, region, name: pipeline.name, version: 1, created: now, updated: now };
    const sealed = await sealSecrets(tx, pipeline, row.id, { providers, secrets: rooms.secrets });
    if (!(await insertPipeline(tx, row, JSON.stringify(sealed)))) throw pipelineNameInUse(pipeline.name);
    if ((await countOneMore(tx, account, region)) > rooms.maxPipelines)
      throw limitExceeded(`An account can have ${rooms.maxPipelines} pipelines in a region at the most`);
    const resource = arn('codepipeline', region, account, pipeline.name);
    await dropTags(tx, resource);
    await putTags(tx, resource, input.tags ?? []);
    await keepWatches(tx, row, watches, rooms);
    const variables = defaultVariables(pipeline.variables);
    if (variables === undefined) return;
    const trigger = { triggerType: 'CreatePipeline', triggerDetail: call.principal.arn };
    await startExecution(tx, row, { ...trigger, variables, overrides: [], clientToken: null }, rooms);
  });
  const shown = await rooms.database.read((reader) => maskSecrets(reader, call, pipeline));
  return { pipeline: shown, tags: input.tags };
}

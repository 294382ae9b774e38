import { arn } from '../../../kernel/arn.ts';
import { findPipelineVersion } from '../../../store/codepipeline/pipelines.ts';
import { pipelineVersionNotFound } from '../errors.ts';
import { type CodePipelineCall, requirePipeline } from '../find.ts';
import { pollingDisabledAt } from '../polling/polling-inactivity.ts';
import { maskSecrets } from '../secrets.ts';
import type { GetPipelineInput, GetPipelineOutput } from '../shapes.ts';

export async function GetPipeline(
  { name, version }: GetPipelineInput,
  call: CodePipelineCall,
): Promise<GetPipelineOutput> {
  return call.rooms.database.read(async (reader) => {
    const row = await requirePipeline(reader, call, name);
    const found = await findPipelineVersion(reader, row.id, version ?? row.version);
    if (found === undefined) throw pipelineVersionNotFound(name, version ?? row.version);
    const disabled = await pollingDisabledAt(reader, row, call.now);
    return {
      pipeline: await maskSecrets(reader, call, JSON.parse(found.declaration)),
      metadata: {
        pipelineArn: arn('codepipeline', call.region, call.account, name),
        created: new Date(row.created),
        updated: new Date(row.updated),
        pollingDisabledAt: disabled === undefined ? undefined : new Date(disabled),
      },
    };
  });
}

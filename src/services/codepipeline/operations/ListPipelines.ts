import { listPipelines } from '../../../store/codepipeline/pipelines.ts';
import type { CodePipelineCall } from '../find.ts';
import type { ListPipelinesInput, ListPipelinesOutput, PipelineDeclaration } from '../shapes.ts';
import { nameIn, tokenOf } from '../views/list-token.ts';

const LIST = 'pipelines';
const PAGE = 1000;

export async function ListPipelines(input: ListPipelinesInput, call: CodePipelineCall): Promise<ListPipelinesOutput> {
  const { account, region, rooms } = call;
  const limit = input.maxResults ?? PAGE;
  const rows = await rooms.database.read((reader) =>
    listPipelines(reader, { account, region, after: nameIn(LIST, input.nextToken), limit: limit + 1 }),
  );
  const page = rows.slice(0, limit);
  return {
    pipelines: page.map((row) => {
      const { pipelineType, executionMode }: PipelineDeclaration = JSON.parse(row.declaration);
      return {
        name: row.name,
        version: row.version,
        pipelineType,
        executionMode,
        created: new Date(row.created),
        updated: new Date(row.updated),
      };
    }),
    nextToken: rows.length > limit ? tokenOf(LIST, page.at(-1)?.name ?? '') : undefined,
  };
}

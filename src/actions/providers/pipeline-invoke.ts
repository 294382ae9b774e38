import type { ConsoleLinks } from '../../kernel/console-links.ts';
import { ServiceError } from '../../kernel/service-error.ts';
import type { PipelineRun, PipelineRunRequest, PipelineRuns } from '../../ports/pipeline-runs.ts';
import type { ActionProvider, ActionReport, ActionRun, Progress } from '../action.ts';
import { hasReference, required } from '../configuration.ts';

const SEVEN_DAYS = 7 * 24 * 60;
const NAME = /^[A-Za-z0-9.@\-_]{1,100}$/;

export interface PipelineInvokeRooms {
  /** Known only once the pipelines are there, whose providers these are. */
  readonly pipelines: () => PipelineRuns;
  readonly links: (region: string) => ConsoleLinks;
}

/**
 * Starts another pipeline and waits for its end. Whatever becomes of this action, the other pipeline goes its own way.
 *
 * Gaps: AWS names no time-out for it beside an hour for "all other actions": here a week, for the other pipeline may wait for an
 * approval.
 */
export function pipelineInvoke(rooms: PipelineInvokeRooms): ActionProvider {
  return {
    type: { category: 'Invoke', owner: 'AWS', provider: 'CodePipeline', version: '1' },
    inputs: { min: 0, max: 0 },
    outputs: { min: 0, max: 0 },
    configuration: [
      { name: 'PipelineName', required: true, description: 'Pipeline to start' },
      { name: 'Variables', required: false, description: 'JSON array of {name, value}' },
      {
        name: 'SourceRevisions',
        required: false,
        description: 'JSON array of {actionName, revisionType, revisionValue}',
      },
    ],
    timeoutMinutes: SEVEN_DAYS,
    check: checkConfiguration,
    links: ({ region, configuration: { PipelineName } }) =>
      PipelineName ? { entityUrl: rooms.links(region).pipeline(PipelineName) } : {},
    start: async (run) => report(run, await begin(run, rooms), rooms),
    poll: async (run) => report(run, run.externalExecutionId ?? (await begin(run, rooms)), rooms),
    stop: async () => {},
  };
}

const NOT_VARIABLES = 'Variables is not a JSON array of {name, value}';
const NOT_REVISIONS = 'SourceRevisions is not a JSON array of {actionName, revisionType, revisionValue}';

/** What variables will bring is known only when the action runs. */
function checkConfiguration(configuration: Readonly<Record<string, string>>): string | undefined {
  const { PipelineName = '', Variables = '[]', SourceRevisions = '[]' } = configuration;
  if (!hasReference(PipelineName) && !NAME.test(PipelineName)) return 'PipelineName is not the name of a pipeline';
  if (!hasReference(Variables) && readList(Variables, isVariable) === undefined) return NOT_VARIABLES;
  if (!hasReference(SourceRevisions) && readList(SourceRevisions, isRevision) === undefined) return NOT_REVISIONS;
  return undefined;
}

function begin(run: ActionRun, { pipelines }: PipelineInvokeRooms): Promise<string> {
  const { Variables = '[]', SourceRevisions = '[]' } = run.configuration;
  const variables = readList(Variables, isVariable);
  if (variables === undefined) throw new ServiceError('ConfigurationError', NOT_VARIABLES);
  const sourceRevisions = readList(SourceRevisions, isRevision);
  if (sourceRevisions === undefined) throw new ServiceError('ConfigurationError', NOT_REVISIONS);
  return pipelines().start({
    account: run.account,
    region: run.region,
    pipelineName: required(run, 'PipelineName'),
    variables,
    sourceRevisions,
    invoker: run.pipelineName,
    clientToken: run.actionExecutionId,
    wake: run.wake,
  });
}

async function report(run: ActionRun, id: string, { pipelines, links }: PipelineInvokeRooms): Promise<Progress> {
  const name = required(run, 'PipelineName');
  const found = await pipelines().find({ account: run.account, region: run.region, name }, id);
  const common: ActionReport = {
    externalExecutionId: id,
    externalExecutionUrl: links(run.region).execution(name, id),
  };
  if (found === undefined) {
    return { kind: 'failed', ...common, code: 'JobFailed', message: `Pipeline '${name}' was deleted while it ran` };
  }
  if (found.status === 'InProgress' || found.status === 'Stopping') return { kind: 'running', ...common };
  if (found.status === 'Succeeded') return { kind: 'succeeded', ...common };
  return { kind: 'failed', ...common, code: 'JobFailed', message: failureOf(name, id, found) };
}

function failureOf(name: string, id: string, { status, summary }: PipelineRun): string {
  return `Execution ${id} of pipeline '${name}' ended as ${status}${summary === undefined ? '' : `: ${summary}`}`;
}

function readList<T>(text: string, holds: (value: unknown) => value is T): readonly T[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every(holds) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isVariable(value: unknown): value is PipelineRunRequest['variables'][number] {
  const { name, value: text } = membersOf(value);
  return typeof name === 'string' && typeof text === 'string' && text !== '';
}

const REVISION_TYPES: readonly unknown[] = ['COMMIT_ID', 'IMAGE_DIGEST', 'S3_OBJECT_VERSION_ID', 'S3_OBJECT_KEY'];

function isRevision(value: unknown): value is PipelineRunRequest['sourceRevisions'][number] {
  const { actionName, revisionType, revisionValue } = membersOf(value);
  return typeof actionName === 'string' && typeof revisionValue === 'string' && REVISION_TYPES.includes(revisionType);
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

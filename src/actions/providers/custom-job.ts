import type { ActionJob, JobOrder } from '../../ports/jobs.ts';
import type { ActionProvider, ActionRun, Progress } from '../action.ts';
import { hasReference } from '../configuration.ts';
import { ANSWER_SECONDS, type FunctionOrder, type FunctionRooms, functionJob } from '../function-job.ts';
import { endOf, progressOfJob } from '../job-progress.ts';
import type { RegisteredType } from '../registered-type.ts';
import { fillTemplate } from '../url-template.ts';

/** A registered type as it stands in an account. */
export interface Registration {
  readonly type: RegisteredType;
  /** By which a partner knows the account. */
  readonly clientId: string;
  readonly deleted: boolean;
}

const A_DAY = 24 * 60;
const QUERYABLE = /^[A-Za-z0-9_-]{1,20}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** An action of a registered type: a job that waits for a worker, or that its partner's function is told of. */
export function customJob({ type, clientId, deleted }: Registration, rooms: FunctionRooms): ActionProvider {
  const { jobs } = rooms;
  const look = async (run: ActionRun): Promise<Progress> => {
    const told = functionOf(type);
    const job = await (told === undefined
      ? jobs.open(run, orderOf(run, type, clientId))
      : functionJob(run, told, rooms));
    return progressOfJob(job, urlOf(job, run));
  };
  const urlOf = ({ report: { externalExecutionId } }: ActionJob, { configuration }: ActionRun) =>
    externalExecutionId && fillTemplate(type.urls.executionUrlTemplate, configuration, externalExecutionId);
  return {
    type: type.id,
    inputs: type.inputs,
    outputs: type.outputs,
    configuration: type.properties,
    timeoutMinutes: A_DAY,
    check: (configuration) => checkConfiguration(configuration, type),
    links: ({ configuration, externalExecutionId }) => ({
      entityUrl: fillTemplate(type.urls.entityUrlTemplate, configuration, externalExecutionId),
      revisionUrl: fillTemplate(type.urls.revisionUrlTemplate, configuration, externalExecutionId),
    }),
    start: async (run) => (deleted ? gone(type) : look(run)),
    poll: look,
    stop: async (run) => {
      const job = await jobs.expire(run);
      return endOf(job, job && urlOf(job, run));
    },
  };
}

function functionOf({ id, executor = {} }: RegisteredType): FunctionOrder | undefined {
  const { lambdaFunctionArn, jobTimeout = ANSWER_SECONDS, policyStatementsTemplate: permissions } = executor;
  return lambdaFunctionArn === undefined
    ? undefined
    : { type: id, functionName: lambdaFunctionArn, seconds: jobTimeout, permissions };
}

function orderOf({ configuration }: ActionRun, type: RegisteredType, clientId: string): JobOrder {
  const queryable = type.properties.find((property) => property.queryable === true);
  return {
    type: type.id,
    goesTo: 'workers',
    seconds: type.executor?.jobTimeout,
    query: queryable && configuration[queryable.name],
    permissions: type.executor?.policyStatementsTemplate,
    client: type.id.owner === 'ThirdParty' ? clientOf(configuration, clientId) : undefined,
  };
}

/** The customer's own pair where the type asks for one; otherwise who is told the id of the account at a poll may show it. */
function clientOf({ ClientId, ClientToken }: Readonly<Record<string, string>>, clientId: string) {
  return ClientId === undefined || ClientToken === undefined
    ? { id: clientId, token: clientId }
    : { id: ClientId, token: ClientToken };
}

function gone({ id }: RegisteredType): Progress {
  const message = `ActionType (Category: '${id.category}', Provider: '${id.provider}', Owner: '${id.owner}', Version: '${id.version}') was deleted`;
  return { kind: 'failed', code: 'ConfigurationError', message };
}

function checkConfiguration(configuration: Readonly<Record<string, string>>, type: RegisteredType): string | undefined {
  for (const { name, queryable, type: kind } of type.properties) {
    const value = configuration[name];
    if (value === undefined || hasReference(value)) continue;
    if (queryable === true && !QUERYABLE.test(value))
      return `${name} can be asked for by workers: it must be at most 20 letters, digits, _ or -`;
    if (kind === 'Number' && !/^-?\d+(?:\.\d+)?$/.test(value)) return `${name} must be a number`;
    if (kind === 'Boolean' && value !== 'true' && value !== 'false') return `${name} must be true or false`;
  }
  const { ClientId } = configuration;
  const isPartners = type.id.owner === 'ThirdParty' && ClientId !== undefined;
  return isPartners && !UUID.test(ClientId) ? 'ClientId must be a UUID' : undefined;
}

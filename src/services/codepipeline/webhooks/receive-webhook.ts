import { deliveredJson } from '../../../kernel/delivered-json.ts';
import { isServiceError } from '../../../kernel/service-error.ts';
import type { Reception, WebhookDelivery, Webhooks } from '../../../ports/webhooks.ts';
import { lockPipeline } from '../../../store/codepipeline/pipelines.ts';
import {
  findWebhookByToken,
  recordTriggered,
  recordWebhookError,
  type WebhookRow,
} from '../../../store/codepipeline/webhooks.ts';
import { actionNotFound, pipelineNotFound } from '../errors.ts';
import type { CodePipelineRooms } from '../rooms.ts';
import type { StoredAction } from '../secrets.ts';
import type { PipelineDeclaration, WebhookDefinition } from '../shapes.ts';
import { startPipeline } from '../starts/start-pipeline.ts';
import { isAuthentic } from './webhook-authentication.ts';
import { openDefinition } from './webhook-definition.ts';
import { matches } from './webhook-filters.ts';
import { webhookArn } from './webhook-view.ts';

/**
 * Deliveries to webhooks. One that is authentic and passes every filter starts the pipeline before it is answered; what goes
 * wrong is answered and kept with the webhook.
 *
 * Gaps: the answers to deliveries and the texts of errorCode and errorMessage are our own: AWS documents none.
 */
export function createWebhooks(rooms: CodePipelineRooms): Webhooks {
  return {
    find: async (token) => {
      const row = await rooms.database.read((reader) => findWebhookByToken(reader, token));
      return row && { receive: (delivery) => receive(row, delivery, rooms) };
    },
  };
}

async function receive(row: WebhookRow, delivery: WebhookDelivery, rooms: CodePipelineRooms): Promise<Reception> {
  const definition = openDefinition(row, rooms.secrets);
  if (!isAuthentic(definition, delivery)) {
    return fail(row, rooms, { status: 403, message: `The delivery does not pass ${definition.authentication}` });
  }
  if (delivery.header('x-github-event') === 'ping') return { status: 200, message: 'The webhook is there' };
  const body = deliveredJson(delivery.body, delivery.header('content-type'));
  if (body === undefined) return fail(row, rooms, { status: 400, message: 'The body of the delivery is not JSON' });
  try {
    const execution = await startIfMeant(row, definition, body, rooms);
    if (execution === undefined) return { status: 200, message: 'The delivery does not match the filters' };
    return { status: 200, message: `Started execution ${execution}` };
  } catch (error) {
    if (!isServiceError(error)) throw error;
    return fail(row, rooms, { status: error.status, message: error.message }, error.code);
  }
}

async function startIfMeant(
  row: WebhookRow,
  { targetPipeline: name, targetAction, filters }: WebhookDefinition,
  body: unknown,
  rooms: CodePipelineRooms,
): Promise<string | undefined> {
  const { account, region, token } = row;
  return rooms.database.write(async (tx) => {
    const pipeline = await lockPipeline(tx, { account, region, name });
    if (pipeline === undefined) throw pipelineNotFound(name, account);
    const { stages } = (await rooms.declarations.read(tx, pipeline.id, pipeline.version)) as PipelineDeclaration;
    const action = stages[0]?.actions.find((candidate) => candidate.name === targetAction);
    if (action === undefined) throw actionNotFound(stages[0]?.name ?? '', targetAction);
    const configuration = withoutSealed(action);
    if (!filters.every((filter) => matches(filter, body, configuration))) return undefined;
    const trigger = { triggerType: 'Webhook', triggerDetail: webhookArn(row) } as const;
    const execution = await startPipeline(tx, pipeline, { trigger }, rooms);
    await recordTriggered(tx, token, rooms.clock.now());
    return execution;
  });
}

/** What is sealed could match nothing but its seal. */
function withoutSealed({ configuration = {}, sealed = [] }: StoredAction): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(configuration).filter(([key]) => !sealed.includes(key)));
}

async function fail(
  { token }: WebhookRow,
  rooms: CodePipelineRooms,
  reception: Reception,
  code = String(reception.status),
): Promise<Reception> {
  await rooms.database.write((tx) => recordWebhookError(tx, token, code, reception.message));
  return reception;
}

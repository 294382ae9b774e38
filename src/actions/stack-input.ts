import type { Capability, Parameter, Tag } from '@aws-sdk/client-cloudformation';
import type { Aws } from '../aws/aws.ts';
import { lendFile } from '../aws/lent-file.ts';
import { isRecord } from '../kernel/record.ts';
import { ServiceError } from '../kernel/service-error.ts';
import type { ActionRun } from './action.ts';
import { type ArtifactRooms, fileOf, readArtifactFile } from './artifacts/artifact-files.ts';

/** What a stack is made of, gathered from an action's configuration and artifacts. */
export interface StackInput {
  /** The template itself, or where it is. */
  readonly TemplateBody: string | undefined;
  readonly TemplateURL: string | undefined;
  readonly Parameters: Parameter[];
  readonly Tags: Tag[];
  readonly StackPolicyBody: string | undefined;
  readonly Capabilities: Capability[];
  readonly RoleARN: string | undefined;
}

export interface StackRooms extends ArtifactRooms {
  readonly aws: Aws;
}

/** Bytes of a template that is sent with the request, and of one that lies in a bucket of the other side. */
const MAX_SENT = 51_200;
const MAX_TEMPLATE = 1_000_000;
const MAX_JSON = 1024 * 1024;

export async function stackInput(run: ActionRun, rooms: StackRooms): Promise<StackInput> {
  const { TemplatePath = '', TemplateConfiguration, ParameterOverrides, Capabilities, RoleArn } = run.configuration;
  const settings =
    TemplateConfiguration === undefined ? {} : readSettings(await readFileText(run, TemplateConfiguration, rooms));
  const overrides = await readOverrides(run, ParameterOverrides ?? '{}', rooms);
  return {
    ...(await readTemplate(run, TemplatePath, rooms)),
    Parameters: Object.entries({ ...settings.Parameters, ...overrides }).map(([ParameterKey, ParameterValue]) => ({
      ParameterKey,
      ParameterValue,
    })),
    Tags: Object.entries(settings.Tags ?? {}).map(([Key, Value]) => ({ Key, Value })),
    StackPolicyBody: settings.StackPolicy === undefined ? undefined : JSON.stringify(settings.StackPolicy),
    Capabilities: capabilitiesOf(Capabilities),
    RoleARN: RoleArn,
  };
}

async function readTemplate(
  run: ActionRun,
  name: string,
  rooms: StackRooms,
): Promise<Pick<StackInput, 'TemplateBody' | 'TemplateURL'>> {
  const { artifact, path } = fileOf(run, name);
  const text = await readArtifactFile(artifact, path, { limit: MAX_TEMPLATE, rooms });
  if (Buffer.byteLength(text) <= MAX_SENT) return { TemplateBody: text, TemplateURL: undefined };
  const key = `velocius/${run.pipelineName}/${run.actionExecutionId}.template`;
  return { TemplateBody: undefined, TemplateURL: await lendFile(rooms.aws, run.region, { key, text }) };
}

/** Values the service does not know it refuses itself. */
function capabilitiesOf(text = ''): Capability[] {
  const names = text.split(',').map((name) => name.trim());
  return names.filter((name): name is Capability => name !== '');
}

interface Settings {
  readonly Parameters?: Readonly<Record<string, string>>;
  readonly Tags?: Readonly<Record<string, string>>;
  readonly StackPolicy?: object;
}

function readSettings(text: string): Settings {
  const { Parameters = {}, Tags = {}, StackPolicy } = membersOf(parse(text, 'TemplateConfiguration'));
  return {
    Parameters: textsIn(Parameters, 'Parameters'),
    Tags: textsIn(Tags, 'Tags'),
    ...(typeof StackPolicy === 'object' && StackPolicy !== null ? { StackPolicy } : {}),
  };
}

function textsIn(value: unknown, what: string): Record<string, string> {
  const entries = Object.entries(membersOf(value));
  const wrong = entries.find(([, text]) => typeof text === 'object');
  if (wrong !== undefined) throw configurationError(`${what}.${wrong[0]} of the TemplateConfiguration is not a text`);
  return Object.fromEntries(entries.map(([name, text]) => [name, String(text)]));
}

/** Whether parameters can be read from it, as far as shows before the artifacts are there. */
export function holdsOverrides(text: string): boolean {
  try {
    return isRecord(JSON.parse(text));
  } catch {
    return false;
  }
}

/** Values are texts, or `Fn::GetArtifactAtt` and `Fn::GetParam`, which look into the input artifacts. */
async function readOverrides(run: ActionRun, text: string, rooms: ArtifactRooms): Promise<Record<string, string>> {
  const overrides: Record<string, string> = {};
  for (const [name, value] of Object.entries(membersOf(parse(text, 'ParameterOverrides'))))
    overrides[name] = typeof value === 'object' ? await evaluate(run, membersOf(value), rooms) : String(value);
  return overrides;
}

async function evaluate(
  run: ActionRun,
  call: Readonly<Record<string, unknown>>,
  rooms: ArtifactRooms,
): Promise<string> {
  const attribute = call['Fn::GetArtifactAtt'];
  if (isTexts(attribute, 2)) return attributeOf(run, attribute[0] ?? '', attribute[1] ?? '');
  const parameter = call['Fn::GetParam'];
  if (isTexts(parameter, 3)) {
    const [artifact = '', path = '', key = ''] = parameter;
    const file = membersOf(parse(await readFileText(run, `${artifact}::${path}`, rooms), path));
    if (typeof file[key] === 'string') return file[key];
    throw configurationError(`${path} of the artifact ${artifact} has no text ${key}`);
  }
  throw configurationError('ParameterOverrides may hold texts, Fn::GetArtifactAtt and Fn::GetParam');
}

function isTexts(value: unknown, count: number): value is readonly string[] {
  return Array.isArray(value) && value.length === count && value.every((text) => typeof text === 'string');
}

function attributeOf(run: ActionRun, artifact: string, attribute: string): string {
  const { bucket, key } = fileOf(run, `${artifact}::`).artifact;
  switch (attribute) {
    case 'BucketName':
      return bucket;
    case 'ObjectKey':
      return key;
    case 'URL':
      return `https://s3.${run.region}.amazonaws.com/${bucket}/${key}`;
    default:
      throw configurationError(`Fn::GetArtifactAtt knows BucketName, ObjectKey and URL, not ${attribute}`);
  }
}

function readFileText(run: ActionRun, name: string, rooms: ArtifactRooms): Promise<string> {
  const { artifact, path } = fileOf(run, name);
  return readArtifactFile(artifact, path, { limit: MAX_JSON, rooms });
}

function parse(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw configurationError(`${what} is not JSON`);
  }
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw configurationError('A JSON object was expected');
  return { ...value };
}

function configurationError(message: string): ServiceError {
  return new ServiceError('ConfigurationError', message);
}

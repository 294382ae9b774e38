import { fillTemplate, isDeliverable, withoutDetail } from './input-template.ts';
import { lookUp, parseJsonPath } from './json-path.ts';
import { type JsonNode, parseJson, writeJson } from './pattern/json-node.ts';

/** How the target of a rule wants its events: at the most one of the three. */
export interface InputShape {
  readonly Input?: string | undefined;
  readonly InputPath?: string | undefined;
  readonly InputTransformer?:
    | {
        readonly InputPathsMap?: Readonly<Record<string, string>> | undefined;
        readonly InputTemplate: string;
      }
    | undefined;
}

export interface ShapedEvent {
  /** The envelope as JSON text. */
  readonly event: string;
  readonly ruleArn: string;
  readonly ruleName: string;
  /** Milliseconds at which the event came onto the bus. */
  readonly ingested: number;
}

/** What the target is sent; undefined when the template did not make JSON of this event, which AWS does not deliver. */
export function shapeInput(shape: InputShape, from: ShapedEvent): string | undefined {
  if (shape.Input !== undefined) return shape.Input;
  if (shape.InputPath !== undefined) return valueAt(parseJson(from.event), shape.InputPath);
  if (shape.InputTransformer === undefined) return from.event;
  const { InputPathsMap = {}, InputTemplate } = shape.InputTransformer;
  const event = parseJson(from.event);
  const payload = fillTemplate(InputTemplate, (name) => variable(name, InputPathsMap, { ...from, parsed: event }));
  return isDeliverable(payload) ? payload : undefined;
}

function valueAt(event: JsonNode, path: string): string | undefined {
  const value = lookUp(event, parseJsonPath(path) ?? []);
  return value === undefined ? undefined : writeJson(value);
}

function variable(
  name: string,
  paths: Readonly<Record<string, string>>,
  from: ShapedEvent & { readonly parsed: JsonNode },
): JsonNode | undefined {
  const path = Object.hasOwn(paths, name) ? paths[name] : undefined;
  if (path !== undefined) return lookUp(from.parsed, parseJsonPath(path) ?? []);
  switch (name) {
    case 'aws.events.rule-arn':
      return { kind: 'string', text: from.ruleArn };
    case 'aws.events.rule-name':
      return { kind: 'string', text: from.ruleName };
    case 'aws.events.event.ingestion-time':
      return { kind: 'string', text: new Date(from.ingested).toISOString() };
    case 'aws.events.event':
      return withoutDetail(from.parsed);
    case 'aws.events.event.json':
      return from.parsed;
    default:
      return undefined;
  }
}

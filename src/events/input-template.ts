import { type JsonNode, parseJson, writeJson } from './pattern/json-node.ts';

/** What a template may name besides the keys of its InputPathsMap. */
export const PREDEFINED: readonly string[] = [
  'aws.events.rule-arn',
  'aws.events.rule-name',
  'aws.events.event.ingestion-time',
  'aws.events.event',
  'aws.events.event.json',
];

const PLACEHOLDERS = /<([A-Za-z0-9_.-]+)>/g;

/** Names in a template, such as `status` of `"It is <status>"`. */
export function placeholdersOf(template: string): string[] {
  return [...template.matchAll(PLACEHOLDERS)].map(([, name = '']) => name);
}

/**
 * Fills a template in. Outside quotes a value stands as JSON, inside as raw text; what is missing stands as nothing. Nothing is
 * escaped, as in AWS, so that the result may not be JSON.
 */
export function fillTemplate(template: string, lookUpName: (name: string) => JsonNode | undefined): string {
  // Its own: where an expression stands is part of it, and another reader would begin there.
  const placeholder = /<([A-Za-z0-9_.-]+)>/y;
  let filled = '';
  let quoted = false;
  for (let position = 0; position < template.length; ) {
    placeholder.lastIndex = position;
    const found = placeholder.exec(template);
    if (found !== null) {
      const value = lookUpName(found[1] ?? '');
      if (value !== undefined) filled += quoted ? rawText(value) : writeJson(value);
      position += found[0].length;
      continue;
    }
    const character = template.charAt(position);
    if (quoted && character === '\\') {
      filled += template.slice(position, position + 2);
      position += 2;
      continue;
    }
    if (character === '"') quoted = !quoted;
    filled += character;
    position += 1;
  }
  return filled;
}

/** Inside a quoted string, objects and lists lose their quotes: `{k:v}`, `[A,B]`. */
function rawText(node: JsonNode): string {
  switch (node.kind) {
    case 'object':
      return `{${node.members.map(([name, value]) => `${name}:${rawText(value)}`).join(',')}}`;
    case 'array':
      return `[${node.items.map(rawText).join(',')}]`;
    default:
      return node.text;
  }
}

/** JSON, or several lines of quoted strings. */
export function isDeliverable(payload: string): boolean {
  if (isJson(payload)) return true;
  const lines = payload.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.every((line) => line.trim().startsWith('"') && isJson(line));
}

function isJson(text: string): boolean {
  try {
    parseJson(text);
    return true;
  } catch {
    return false;
  }
}

/** `<aws.events.event>`: the event without its detail, `detail-type` in camel case. */
export function withoutDetail(event: JsonNode): JsonNode {
  if (event.kind !== 'object') return event;
  const members = event.members
    .filter(([name]) => name !== 'detail')
    .map(([name, value]) => [name === 'detail-type' ? 'detailType' : name, value] as const);
  return { kind: 'object', members };
}

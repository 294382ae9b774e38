import { JsonError, JsonReader, type Token } from './json-reader.ts';

/** JSON as it was written: members may share a name, numbers keep their digits. */
export type JsonNode =
  | { readonly kind: 'object'; readonly members: readonly (readonly [name: string, value: JsonNode])[] }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  | Leaf;

export type Leaf =
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'literal'; readonly text: 'true' | 'false' | 'null' };

/** Throws JsonError when the text is not one JSON value. */
export function parseJson(text: string): JsonNode {
  const reader = new JsonReader(text);
  const node = readNode(reader, reader.next());
  if (reader.next().kind !== 'end') throw new JsonError('Unexpected text after the value', reader.offset);
  return node;
}

function readNode(reader: JsonReader, token: Token): JsonNode {
  switch (token.kind) {
    case '{':
      return readObject(reader);
    case '[':
      return readArray(reader);
    case 'string':
    case 'number':
    case 'literal':
      return token;
    default:
      throw new JsonError('No content', reader.offset);
  }
}

function readObject(reader: JsonReader): JsonNode {
  const members: [string, JsonNode][] = [];
  for (let token = reader.next(); token.kind === 'name'; token = reader.next())
    members.push([token.text, readNode(reader, reader.next())]);
  return { kind: 'object', members };
}

function readArray(reader: JsonReader): JsonNode {
  const items: JsonNode[] = [];
  for (let token = reader.next(); token.kind !== ']'; token = reader.next()) items.push(readNode(reader, token));
  return { kind: 'array', items };
}

export function writeJson(node: JsonNode): string {
  switch (node.kind) {
    case 'object':
      return `{${node.members.map(([name, value]) => `${JSON.stringify(name)}:${writeJson(value)}`).join(',')}}`;
    case 'array':
      return `[${node.items.map(writeJson).join(',')}]`;
    case 'string':
      return JSON.stringify(node.text);
    default:
      return node.text;
  }
}

/** The member of that name; the last where there are several. */
export function memberOf(node: JsonNode | undefined, name: string): JsonNode | undefined {
  if (node?.kind !== 'object') return undefined;
  return node.members.findLast(([member]) => member === name)?.[1];
}

import type { JsonNode } from './pattern/json-node.ts';
import { memberOf } from './pattern/json-node.ts';

/** The part of JSONPath that input paths take: `$.detail.x`, `$.detail["a"]`, `[0]`. */
export type JsonPath = readonly (string | number)[];

const STEP = /\.([A-Za-z0-9_-]+)|\[(\d+)\]|\["([^"]*)"\]|\['([^']*)'\]/y;

export function parseJsonPath(text: string): JsonPath | undefined {
  if (!text.startsWith('$')) return undefined;
  const path: (string | number)[] = [];
  for (let position = 1; position < text.length; position = STEP.lastIndex) {
    STEP.lastIndex = position;
    const found = STEP.exec(text);
    if (found === null) return undefined;
    const [, name, index, doubleQuoted, quoted] = found;
    path.push(index === undefined ? (name ?? doubleQuoted ?? quoted ?? '') : Number(index));
  }
  return path;
}

/** What is at the path; undefined when nothing is. */
export function lookUp(node: JsonNode, path: JsonPath): JsonNode | undefined {
  let here: JsonNode | undefined = node;
  for (const step of path) {
    if (typeof step === 'string') here = memberOf(here, step);
    else here = here?.kind === 'array' ? here.items[step] : undefined;
  }
  return here;
}

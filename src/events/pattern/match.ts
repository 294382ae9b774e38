import type { JsonNode, Leaf } from './json-node.ts';
import { type Condition, parsePattern } from './parse-pattern.ts';

/** Whether an event, read by `parseJson`, is one that a pattern wants. */
export type EventMatcher = (event: JsonNode) => boolean;

/** Compiles a pattern once for many events. Throws PatternError. */
export function compilePattern(source: string): EventMatcher {
  const trees = parsePattern(source).map(treeOf);
  return (event) => trees.some((tree) => matches(tree, nodesOf([event]), { way: [], absence: new Map() }));
}

/** The conditions of one alternative, as a tree of field names. */
interface Tree {
  readonly condition: TreeCondition | undefined;
  readonly fields: ReadonlyMap<string, Tree>;
}

interface TreeCondition extends Condition {
  /** How many names it shares with a condition that is settled before it: above that, the element of each array is chosen. */
  readonly anchor: number;
}

function treeOf(conditions: readonly Condition[]): Tree {
  const sorted = conditions.toSorted((one, other) => compare(one.path.join('.'), other.path.join('.')));
  const anchored = sorted.map((condition, index) => {
    const settled = sorted.slice(0, index).filter(({ absent }) => !absent);
    return { ...condition, anchor: Math.max(0, ...settled.map(({ path }) => shared(path, condition.path))) };
  });
  return branch(anchored, 0);
}

function branch(conditions: readonly TreeCondition[], depth: number): Tree {
  const names = new Set(conditions.flatMap(({ path }) => path.slice(depth, depth + 1)));
  const fields = [...names].map((name) => {
    const below = conditions.filter(({ path }) => path[depth] === name);
    return [name, branch(below, depth + 1)] as const;
  });
  return { condition: conditions.find(({ path }) => path.length === depth), fields: new Map(fields) };
}

function shared(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((name, index) => name !== other[index]);
  return differs < 0 ? one.length : differs;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** What stands at a place of the event, once an element is chosen of every array on the way; undefined stands for nothing. */
type Chosen = Exclude<JsonNode, { kind: 'array' }> | undefined;

interface Search {
  /** What was chosen above, from the root on. */
  readonly way: readonly Chosen[];
  readonly absence: Map<TreeCondition, { readonly from: Chosen; readonly absent: boolean }>;
}

/**
 * Whether one of the nodes fulfils the whole tree: conditions below an array must hold in one and the same element, or there is
 * none that counts. `way` holds what was chosen above, from the root on.
 */
function matches(tree: Tree, nodes: readonly Chosen[], { way, absence }: Search): boolean {
  return nodes.some((node) => {
    const here = { way: [...way, node], absence };
    if (tree.condition !== undefined && !holds(tree.condition, node, here)) return false;
    for (const [name, below] of tree.fields)
      if (!matches(below, [...membersOf(node, name), undefined], here)) return false;
    return true;
  });
}

function holds(condition: TreeCondition, node: Chosen, search: Search): boolean {
  const { tests, absent } = condition;
  if (node !== undefined && node.kind !== 'object' && tests.some((test) => test(node))) return true;
  return absent && isAbsent(condition, search);
}

/** Asked again for every element of an array, with the same answer as long as the anchor is the same. */
function isAbsent(condition: TreeCondition, { way, absence }: Search): boolean {
  const { anchor, path } = condition;
  const from = way[anchor];
  const known = absence.get(condition);
  if (known !== undefined && known.from === from) return known.absent;
  const absent = !hasLeaf(from, path.slice(anchor));
  absence.set(condition, { from, absent });
  return absent;
}

function hasLeaf(node: Chosen, path: readonly string[]): boolean {
  const [name, ...rest] = path;
  if (name === undefined) return node !== undefined && isLeaf(node);
  return membersOf(node, name).some((member) => hasLeaf(member, rest));
}

function isLeaf(node: Exclude<JsonNode, { kind: 'array' }>): node is Leaf {
  return node.kind !== 'object';
}

/** Members that share a name count as one object where they are objects: any of them may be the one that is wanted. */
function membersOf(node: Chosen, name: string): readonly Chosen[] {
  if (node?.kind !== 'object') return [];
  const values = node.members.flatMap(([member, value]) => (member === name ? [value] : []));
  const objects = values.filter((value) => value.kind === 'object');
  if (objects.length < 2) return nodesOf(values);
  const merged: JsonNode = { kind: 'object', members: objects.flatMap(({ members }) => members) };
  return nodesOf([merged, ...values.filter((value) => value.kind !== 'object')]);
}

/** Arrays, also those within arrays, give their elements. */
function nodesOf(nodes: readonly JsonNode[]): Exclude<JsonNode, { kind: 'array' }>[] {
  return nodes.flatMap((node) => (node.kind === 'array' ? nodesOf(node.items) : [node]));
}

import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { type Model, type Shape, type ShapeRef, shapeOf } from '../../kernel/model.ts';
import { ServiceError } from '../../kernel/service-error.ts';

/** An XML document to the value that its shape describes. Elements the model does not know are passed over, as AWS does. */
export function readXml(model: Model, ref: ShapeRef, text: string): unknown {
  const root = parse(text);
  return readValue(model, ref, root);
}

interface Node {
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: ReadonlyMap<string, readonly Node[]>;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  // Numeric references such as &#13; stand under this name.
  htmlEntities: true,
});

function parse(text: string): Node {
  // A document type could define entities that grow without bound; S3 takes none.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text) || XMLValidator.validate(text) !== true) throw malformed();
  const root = nodes(parser.parse(text)).find(([name]) => !name.startsWith('?'));
  if (root === undefined) throw malformed();
  return root[1];
}

/** The parser's ordered form: `{name: [children], ':@': {attributes}}`, text as `{'#text': ...}`. */
function nodes(parsed: unknown): [string, Node][] {
  if (!Array.isArray(parsed)) return [];
  return parsed.flatMap((item: Readonly<Record<string, unknown>>): [string, Node][] => {
    const name = Object.keys(item).find((key) => key !== ':@');
    return name === undefined || name === '#text' ? [] : [[localName(name), node(item[name], item[':@'])]];
  });
}

function node(content: unknown, attributes: unknown): Node {
  const children = new Map<string, Node[]>();
  for (const [name, child] of nodes(content)) children.set(name, [...(children.get(name) ?? []), child]);
  return { text: textOf(content), attributes: (attributes ?? {}) as Record<string, string>, children };
}

function textOf(content: unknown): string {
  if (!Array.isArray(content)) return '';
  return content.map((item: Readonly<Record<string, unknown>>) => item['#text'] ?? '').join('');
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function readValue(model: Model, ref: ShapeRef, at: Node): unknown {
  const shape = shapeOf(model, ref.shape);
  switch (shape.type) {
    case 'structure':
      return readStructure(model, shape, at);
    case 'list':
      return readItems(model, shape, at.children.get(shape.member?.locationName ?? 'member') ?? []);
    case 'integer':
    case 'long':
      return readInteger(at.text);
    case 'boolean':
      return readBoolean(at.text);
    case 'timestamp':
      return readDate(at.text);
    case 'string':
      return at.text;
    default:
      throw malformed();
  }
}

function readStructure(model: Model, shape: Shape, at: Node): object {
  const members = Object.entries(shape.members ?? {})
    .filter(([, { location }]) => location === undefined)
    .map(([name, ref]) => [name, readMember(model, name, ref, at)]);
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}

function readMember(model: Model, name: string, ref: ShapeRef, at: Node): unknown {
  const shape = shapeOf(model, ref.shape);
  const tag = localName(ref.locationName ?? name);
  if (ref.xmlAttribute) return at.attributes[ref.locationName ?? name];
  const found = at.children.get(tag);
  if (found?.[0] === undefined) return undefined;
  const flattened = shape.type === 'list' && (shape.flattened || ref.flattened);
  if (!flattened && found.length > 1) throw malformed();
  return flattened ? readItems(model, shape, found) : readValue(model, ref, found[0]);
}

function readItems(model: Model, { member }: Shape, items: readonly Node[]): unknown[] {
  return member === undefined ? [] : items.map((item) => readValue(model, member, item));
}

function readInteger(text: string): number {
  if (!/^\s*-?\d{1,16}\s*$/.test(text)) throw malformed();
  return Number(text);
}

function readBoolean(text: string): boolean {
  const word = text.trim().toLowerCase();
  if (word !== 'true' && word !== 'false') throw malformed();
  return word === 'true';
}

function readDate(text: string): Date {
  const date = new Date(text.trim());
  if (Number.isNaN(date.getTime())) throw malformed();
  return date;
}

function malformed(): ServiceError {
  return new ServiceError(
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema',
  );
}

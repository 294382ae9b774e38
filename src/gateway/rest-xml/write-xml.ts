import { type Model, type Shape, type ShapeRef, shapeOf } from '../../kernel/model.ts';

/** The inside of an element for a value, by the model: lists wrapped in `member` or flattened, dates in ISO 8601. */
export function writeXml(model: Model, ref: ShapeRef, value: unknown): string {
  if (value === null || value === undefined) return '';
  const shape = shapeOf(model, ref.shape);
  switch (shape.type) {
    case 'structure':
      return writeMembers(model, shape, value as Record<string, unknown>);
    case 'list':
      return writeList(model, shape, value as readonly unknown[]);
    case 'map':
      return writeMap(model, shape, value as Record<string, unknown>);
    case 'timestamp':
      return (value as Date).toISOString();
    case 'blob':
      return Buffer.from(value as Uint8Array).toString('base64');
    default:
      return escapeXml(String(value));
  }
}

/** One element; `text` content is escaped, other content is XML already. */
export function element(name: string, content: string, text = false): string {
  return `<${name}>${text ? escapeXml(content) : content}</${name}>`;
}

export function escapeXml(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll('\r', '&#13;')
      // Characters that XML 1.0 cannot hold at all.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, (character) => `&#${character.charCodeAt(0)};`)
  );
}

function writeMembers(model: Model, shape: Shape, value: Record<string, unknown>): string {
  return Object.entries(shape.members ?? {})
    .filter(
      ([name, ref]) =>
        value[name] !== undefined && value[name] !== null && ref.location === undefined && !ref.xmlAttribute,
    )
    .map(([name, ref]) => writeMember(model, name, ref, value[name]))
    .join('');
}

function writeMember(model: Model, name: string, ref: ShapeRef, value: unknown): string {
  const shape = shapeOf(model, ref.shape);
  const tag = ref.locationName ?? name;
  if (shape.type === 'list' && (shape.flattened || ref.flattened) && shape.member !== undefined) {
    const { member } = shape;
    return (value as readonly unknown[]).map((item) => wrap(model, tag, member, item)).join('');
  }
  return wrap(model, tag, ref, value);
}

function writeList(model: Model, shape: Shape, value: readonly unknown[]): string {
  const { member } = shape;
  if (member === undefined) return '';
  return value.map((item) => wrap(model, member.locationName ?? 'member', member, item)).join('');
}

function writeMap(model: Model, shape: Shape, value: Record<string, unknown>): string {
  return Object.entries(value)
    .map(([key, item]) =>
      element(
        'entry',
        element(shape.key?.locationName ?? 'key', key, true) +
          wrap(model, shape.value?.locationName ?? 'value', shape.value ?? { shape: 'String' }, item),
      ),
    )
    .join('');
}

/** An element with the attributes and the namespace that its shape asks for. */
function wrap(model: Model, tag: string, ref: ShapeRef, value: unknown): string {
  return `<${tag}${namespaceOf(model, ref)}${attributesOf(model, ref, value)}>${writeXml(model, ref, value)}</${tag}>`;
}

function namespaceOf(model: Model, ref: ShapeRef): string {
  const xmlNamespace = ref.xmlNamespace ?? shapeOf(model, ref.shape).xmlNamespace;
  if (xmlNamespace === undefined) return '';
  return xmlNamespace.prefix === undefined
    ? ` xmlns="${xmlNamespace.uri}"`
    : ` xmlns:${xmlNamespace.prefix}="${xmlNamespace.uri}"`;
}

function attributesOf(model: Model, ref: ShapeRef, value: unknown): string {
  const shape = shapeOf(model, ref.shape);
  if (shape.type !== 'structure') return '';
  return Object.entries(shape.members ?? {})
    .filter(([name, member]) => member.xmlAttribute && (value as Record<string, unknown>)[name] !== undefined)
    .map(
      ([name, member]) =>
        ` ${member.locationName ?? name}="${escapeXml(String((value as Record<string, unknown>)[name]))}"`,
    )
    .join('');
}

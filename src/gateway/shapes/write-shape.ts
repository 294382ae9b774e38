import type { Model, Shape, ShapeRef } from '../../kernel/model.ts';
import { compileShapes, type Deed, type DeedOf, type Place } from './compile-shapes.ts';

/**
 * An operation's answer to JSON values of the wire: dates to epoch seconds, bytes to base64. Members the model does not know
 * are our own mistake: `strict` makes them an error, otherwise they are left out.
 */
export interface Writing {
  readonly model: Model;
  readonly strict: boolean;
}

export function writeShape({ model, strict }: Writing, ref: ShapeRef, value: unknown): unknown {
  return writerOf(model, ref)(value, { strict, at: [] });
}

interface Progress {
  readonly strict: boolean;
  readonly at: Place;
}

type Write = Deed<Progress, unknown>;

const writerOf = compileShapes<Progress, unknown>((shape, deedOf) => {
  const write = writePresent(shape, deedOf);
  return (value, progress) => (value === null || value === undefined ? undefined : write(value, progress));
});

function writePresent(shape: Shape, deedOf: DeedOf<Progress, unknown>): Write {
  switch (shape.type) {
    case 'structure':
      return writeStructure(shape, deedOf);
    case 'list':
      return writeList(shape, deedOf);
    case 'map':
      return writeMap(shape, deedOf);
    case 'timestamp':
      return (value, progress) =>
        value instanceof Date ? value.getTime() / 1000 : misfit(undefined, 'a Date', progress);
    case 'blob':
      return (value, progress) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('base64') : misfit(undefined, 'bytes', progress);
    case 'string':
      return (value, progress) => (typeof value === 'string' ? value : misfit(value, 'a string', progress));
    case 'boolean':
      return (value, progress) => (typeof value === 'boolean' ? value : misfit(value, 'a boolean', progress));
    default:
      return (value, progress) => (Number.isFinite(value) ? value : misfit(value, 'a number', progress));
  }
}

function writeStructure(shape: Shape, deedOf: DeedOf<Progress, unknown>): Write {
  const members = Object.entries(shape.members ?? {}).map(([name, ref]) => ({
    name,
    wire: ref.locationName ?? name,
    write: deedOf(ref),
  }));
  return (value, progress) => {
    const given = value as Readonly<Record<string, unknown>>;
    if (progress.strict) refuseUnmodelled(shape, given, progress.at);
    const result: Record<string, unknown> = {};
    for (const { name, wire, write } of members) {
      progress.at.push(name);
      const member = write(given[name], progress);
      progress.at.pop();
      if (member !== undefined) result[wire] = member;
    }
    return result;
  };
}

function writeList({ member }: Shape, deedOf: DeedOf<Progress, unknown>): Write {
  if (member === undefined) return (value) => value;
  const write = deedOf(member);
  return (value, progress) =>
    (value as readonly unknown[]).map((item, index) => {
      progress.at.push(index + 1);
      const result = write(item, progress);
      progress.at.pop();
      return result;
    });
}

function writeMap({ value: member }: Shape, deedOf: DeedOf<Progress, unknown>): Write {
  if (member === undefined) return (value) => value;
  const write = deedOf(member);
  return (value, progress) =>
    Object.fromEntries(
      Object.entries(value as object).map(([key, item]) => {
        progress.at.push(key);
        const result = write(item, progress);
        progress.at.pop();
        return [key, result];
      }),
    );
}

function refuseUnmodelled(shape: Shape, value: Readonly<Record<string, unknown>>, at: Place): void {
  for (const [name, member] of Object.entries(value)) {
    if (member !== undefined && shape.members?.[name] === undefined)
      throw new Error(`${[...at, name].join('.')} is not in the model`);
  }
  for (const name of shape.required ?? []) {
    if (value[name] === undefined || value[name] === null)
      throw new Error(`${[...at, name].join('.')} is required by the model`);
  }
}

/** A value of another type than the model says is our own mistake: what is sent instead, where tests do not forbid it. */
function misfit(instead: unknown, wanted: string, { strict, at }: Progress): unknown {
  if (strict) throw new Error(`${at.join('.')} is not ${wanted}`);
  return instead;
}

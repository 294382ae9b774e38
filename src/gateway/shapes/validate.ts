import type { Model, Shape, ShapeRef } from '../../kernel/model.ts';
import { ServiceError } from '../../kernel/service-error.ts';
import { describeViolations, type Violation } from '../../kernel/violation.ts';
import { compileShapes, type Deed, type DeedOf, type Place } from './compile-shapes.ts';

/** Every breach of the model's constraints in an input that was read by the model, in the order of its members. */
export function validate(model: Model, ref: ShapeRef, input: unknown): Violation[] {
  const violations: Violation[] = [];
  checkOf(model, ref)(input, { at: [], violations });
  return violations;
}

/** AWS's general answer to such input. */
export function validationException(violations: readonly Violation[]): ServiceError {
  return new ServiceError('ValidationException', describeViolations(violations));
}

interface Checking {
  readonly at: Place;
  readonly violations: Violation[];
}

type Check = Deed<Checking, void>;

const checkOf = compileShapes<Checking, void>(compile);

function compile(shape: Shape, deedOf: DeedOf<Checking, void>): Check {
  switch (shape.type) {
    case 'structure':
      return checkStructure(shape, deedOf);
    case 'list':
      return checkList(shape, deedOf);
    case 'map':
      return checkMap(shape, deedOf);
    case 'string':
      return checkString(shape);
    case 'integer':
    case 'long':
    case 'float':
    case 'double':
      return checkBounds(shape, 'range', 'value', (value) => value as number);
    case 'blob':
      return checkBounds(shape, 'length', 'length', (value) => (value instanceof Uint8Array ? value.length : 0));
    default:
      return () => {};
  }
}

function checkStructure(shape: Shape, deedOf: DeedOf<Checking, void>): Check {
  const required = new Set(shape.required);
  const members = Object.entries(shape.members ?? {}).map(([name, ref]) => ({
    name,
    check: deedOf(ref),
    required: required.has(name),
  }));
  return (value, checking) => {
    const { at } = checking;
    for (const { name, check, required } of members) {
      const member = (value as Readonly<Record<string, unknown>>)[name];
      if (member === undefined && !required) continue;
      at.push(name);
      if (member === undefined) report(checking, 'required', 'Member must not be null', null);
      else check(member, checking);
      at.pop();
    }
  };
}

function checkList(shape: Shape, deedOf: DeedOf<Checking, void>): Check {
  const checkSize = checkBounds(shape, 'length', 'length', (value) => (value as readonly unknown[]).length);
  const check = shape.member && deedOf(shape.member);
  return (value, checking) => {
    checkSize(value, checking);
    if (check === undefined) return;
    (value as readonly unknown[]).forEach((item, index) => {
      checking.at.push(index + 1, 'member');
      check(item, checking);
      checking.at.length -= 2;
    });
  };
}

function checkMap(shape: Shape, deedOf: DeedOf<Checking, void>): Check {
  const checkSize = checkBounds(shape, 'length', 'length', (value) => Object.keys(value as object).length);
  const checkKey = shape.key && deedOf(shape.key);
  const checkValue = shape.value && deedOf(shape.value);
  return (value, checking) => {
    checkSize(value, checking);
    for (const [key, item] of Object.entries(value as object)) {
      checking.at.push('key');
      checkKey?.(key, checking);
      checking.at.pop();
      checking.at.push(key, 'member');
      checkValue?.(item, checking);
      checking.at.length -= 2;
    }
  };
}

function checkString(shape: Shape): Check {
  const { enum: values, pattern, max } = shape;
  const checkSize = checkBounds(shape, 'length', 'length', (value) => countCharacters(value as string));
  const known = new Set<unknown>(values);
  const expression = pattern === undefined ? undefined : parse(pattern);
  return (value, checking) => {
    const text = value as string;
    checkSize(text, checking);
    if (values !== undefined && !known.has(text)) {
      report(checking, 'enum', `Member must satisfy enum value set: [${values.join(', ')}]`, text);
    }
    // Some patterns take time that grows with the cube of the length: what is far too long is not looked at.
    const farTooLong = max !== undefined && text.length > 4 * max;
    if (expression !== undefined && !farTooLong && !expression.test(text)) {
      report(checking, 'pattern', `Member must satisfy regular expression pattern: ${pattern}`, text);
    }
  };
}

const PAIRS = /[\ud800-\udbff][\udc00-\udfff]/g;

function countCharacters(text: string): number {
  return text.length - (text.match(PAIRS)?.length ?? 0);
}

function checkBounds(
  { min, max }: Shape,
  kind: 'length' | 'range',
  noun: 'length' | 'value',
  measure: (value: unknown) => number,
): Check {
  if (min === undefined && max === undefined) return () => {};
  return (value, checking) => {
    const size = measure(value);
    if (min !== undefined && size < min) {
      report(checking, kind, `Member must have ${noun} greater than or equal to ${min}`, value);
    }
    if (max !== undefined && size > max) {
      report(checking, kind, `Member must have ${noun} less than or equal to ${max}`, value);
    }
  };
}

function report({ at, violations }: Checking, kind: Violation['kind'], constraint: string, value: unknown): void {
  violations.push({ kind, path: at.join('.'), member: String(at[0] ?? ''), constraint, value });
}

/** The models' patterns are Java's: they match whole values. */
function parse(pattern: string): RegExp {
  const whole = `^(?:${pattern})$`;
  try {
    return new RegExp(whole, 'su');
  } catch {
    // Escapes such as `\@` are legal in Java and without the u flag only.
    return new RegExp(whole, 's');
  }
}

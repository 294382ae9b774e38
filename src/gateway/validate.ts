import { type Model, type Shape, type ShapeRef, shapeOf } from '../kernel/model.ts';
import { ServiceError } from '../kernel/service-error.ts';
import { describeViolations, type Violation } from '../kernel/violation.ts';

/** Every breach of the model's constraints in an input that was read by the model, in the order of its members. */
export function validate(model: Model, ref: ShapeRef, input: unknown): Violation[] {
  const violations: Violation[] = [];
  check({ model, violations, member: '' }, ref, input, '');
  return violations;
}

/** AWS's general answer to such input. */
export function validationException(violations: readonly Violation[]): ServiceError {
  return new ServiceError('ValidationException', describeViolations(violations));
}

interface Checking {
  readonly model: Model;
  readonly violations: Violation[];
  readonly member: string;
}

function check(checking: Checking, ref: ShapeRef, value: unknown, path: string): void {
  const shape = shapeOf(checking.model, ref.shape);
  switch (shape.type) {
    case 'structure':
      checkStructure(checking, shape, value as Record<string, unknown>, path);
      break;
    case 'list':
      checkList(checking, shape, value as unknown[], path);
      break;
    case 'map':
      checkMap(checking, shape, value as Record<string, unknown>, path);
      break;
    case 'string':
      checkString(checking, shape, value as string, path);
      break;
    case 'integer':
    case 'long':
    case 'float':
    case 'double':
      checkRange(checking, shape, value as number, path);
      break;
    case 'blob':
      checkLength(checking, shape, sizeOfBlob(value), value, path);
      break;
    default:
  }
}

function checkStructure(checking: Checking, shape: Shape, value: Record<string, unknown>, path: string): void {
  const required = new Set(shape.required);
  for (const [name, ref] of Object.entries(shape.members ?? {})) {
    const place = path === '' ? name : `${path}.${name}`;
    const inside = path === '' ? { ...checking, member: name } : checking;
    const member = value[name];
    if (member !== undefined) check(inside, ref, member, place);
    else if (required.has(name)) report(inside, 'required', place, 'Member must not be null', null);
  }
}

function checkList(checking: Checking, shape: Shape, value: readonly unknown[], path: string): void {
  checkLength(checking, shape, value.length, value, path);
  const { member } = shape;
  if (member === undefined) return;
  value.forEach((item, index) => {
    check(checking, member, item, `${path}.${index + 1}.member`);
  });
}

function checkMap(checking: Checking, shape: Shape, value: Readonly<Record<string, unknown>>, path: string): void {
  checkLength(checking, shape, Object.keys(value).length, value, path);
  for (const [key, item] of Object.entries(value)) {
    if (shape.key !== undefined) check(checking, shape.key, key, `${path}.key`);
    if (shape.value !== undefined) check(checking, shape.value, item, `${path}.${key}.member`);
  }
}

function checkString(checking: Checking, shape: Shape, value: string, path: string): void {
  checkLength(checking, shape, countCharacters(value), value, path);
  if (shape.enum !== undefined && !shape.enum.includes(value)) {
    report(checking, 'enum', path, `Member must satisfy enum value set: [${shape.enum.join(', ')}]`, value);
  }
  // Some patterns take time that grows with the cube of the length: what is far too long is not looked at.
  const farTooLong = shape.max !== undefined && value.length > 4 * shape.max;
  if (shape.pattern !== undefined && !farTooLong && !compile(shape.pattern)(value)) {
    report(checking, 'pattern', path, `Member must satisfy regular expression pattern: ${shape.pattern}`, value);
  }
}

function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

function checkLength(checking: Checking, shape: Shape, length: number, value: unknown, path: string): void {
  if (shape.min !== undefined && length < shape.min) {
    report(checking, 'length', path, `Member must have length greater than or equal to ${shape.min}`, value);
  }
  if (shape.max !== undefined && length > shape.max) {
    report(checking, 'length', path, `Member must have length less than or equal to ${shape.max}`, value);
  }
}

function checkRange(checking: Checking, shape: Shape, value: number, path: string): void {
  if (shape.min !== undefined && value < shape.min) {
    report(checking, 'range', path, `Member must have value greater than or equal to ${shape.min}`, value);
  }
  if (shape.max !== undefined && value > shape.max) {
    report(checking, 'range', path, `Member must have value less than or equal to ${shape.max}`, value);
  }
}

function report(checking: Checking, kind: Violation['kind'], path: string, constraint: string, value: unknown): void {
  checking.violations.push({ kind, path, member: checking.member, constraint, value });
}

function sizeOfBlob(value: unknown): number {
  return value instanceof Uint8Array ? value.length : 0;
}

const compiled = new Map<string, (value: string) => boolean>();

/** The models' patterns are Java's: they match whole values. */
function compile(pattern: string): (value: string) => boolean {
  let test = compiled.get(pattern);
  if (test === undefined) {
    const expression = parse(pattern);
    test = (value) => expression.test(value);
    compiled.set(pattern, test);
  }
  return test;
}

function parse(pattern: string): RegExp {
  const whole = `^(?:${pattern})$`;
  try {
    return new RegExp(whole, 'su');
  } catch {
    // Escapes such as `\@` are legal in Java and without the u flag only.
    return new RegExp(whole, 's');
  }
}

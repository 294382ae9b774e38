import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { yamlError } from '../phase-failure.ts';

/**
 * The values of a YAML file, every scalar as the text it is written as: buildspecs hold `yes`, `3.10` and `007`, which mean
 * themselves. Reads what it is asked for, and complains in CodeBuild's words.
 */
export class YamlFile {
  readonly #document: Document.Parsed;
  readonly #lines = new LineCounter();
  readonly #remarks: string[] = [];
  readonly #root: unknown;

  constructor(content: string) {
    this.#document = parseDocument(content, { schema: 'failsafe', merge: true, lineCounter: this.#lines });
    const [error] = this.#document.errors;
    if (error !== undefined) throw yamlError(firstLine(error.message));
    this.#root = values(this.#document);
  }

  get remarks(): readonly string[] {
    return this.#remarks;
  }

  remark(line: string): void {
    this.#remarks.push(line);
  }

  /** The members of a mapping; nothing at all is an empty one. Keys other than `known` are remarked upon. */
  section(path: readonly string[], known: readonly string[] | undefined): Readonly<Record<string, unknown>> {
    const value = this.#value(path);
    if (value === undefined || value === '') return {};
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw yamlError(`Expected ${path.join('.') || 'the buildspec'} to be a mapping${this.#at(path)}`);
    const members = value as Readonly<Record<string, unknown>>;
    const unknown = known === undefined ? [] : Object.keys(members).filter((key) => !known.includes(key));
    if (unknown.length > 0) this.#remarkUnknown(path, unknown);
    return members;
  }

  text(path: readonly string[]): string | undefined {
    const value = this.#value(path);
    if (value === undefined) return undefined;
    if (typeof value !== 'string') throw yamlError(`Expected ${path.join('.')} to be of string type${this.#at(path)}`);
    return value;
  }

  /** `yes` or `no`, or what YAML says for it. */
  flag(path: readonly string[]): boolean {
    const text = this.text(path)?.toLowerCase() ?? 'no';
    if (['yes', 'true', 'on'].includes(text)) return true;
    if (['no', 'false', 'off', ''].includes(text)) return false;
    throw yamlError(`Expected ${path.join('.')} to be yes or no${this.#at(path)}`);
  }

  /** A list of texts; a single text is a list of one. `label` is its name in complaints. */
  texts(path: readonly string[], label = path.join('.')): readonly string[] {
    const value = this.#value(path);
    if (value === undefined || value === '') return [];
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items.map((item, index) => {
      if (typeof item === 'string') return item;
      const line = this.#line([...path, ...(Array.isArray(value) ? [index] : [])]);
      throw yamlError(
        `Expected ${label}[${index}] to be of string type: found subkeys instead at line ${line}, value of the key tag on line ${line - 1} might be empty`,
      );
    });
  }

  /** Paths of the members of a list. */
  items(path: readonly string[]): readonly (readonly string[])[] {
    const value = this.#value(path);
    if (value === undefined || value === '') return [];
    if (!Array.isArray(value)) throw yamlError(`Expected ${path.join('.')} to be a list${this.#at(path)}`);
    return value.map((_, index) => [...path, String(index)]);
  }

  /** A mapping of names to texts. */
  pairs(path: readonly string[]): Readonly<Record<string, string>> {
    const names = Object.keys(this.section(path, undefined));
    return Object.fromEntries(names.map((name) => [name, this.text([...path, name]) ?? '']));
  }

  #value(path: readonly string[]): unknown {
    let value = this.#root;
    for (const key of path) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
      value = (value as Readonly<Record<string, unknown>>)[key];
    }
    return value;
  }

  #remarkUnknown(path: readonly string[], keys: readonly string[]): void {
    this.#remarks.push(
      'Found possible syntax errors in buildspec: ',
      ...(path.length === 0 ? [] : [`In the section ${path.join('.')}`]),
      'The following keys cannot be identified:',
      ...keys.map((key) => `\t${key}`),
    );
  }

  #at(path: readonly string[]): string {
    return ` at line ${this.#line(path)}`;
  }

  #line(path: readonly (string | number)[]): number {
    const node = this.#document.getIn(path, true);
    return this.#lines.linePos(isNode(node) ? (node.range?.[0] ?? 0) : 0).line;
  }
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text;
}

/** Aliases are counted: a short file may stand for an endless one. */
function values(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw yamlError(firstLine(error instanceof Error ? error.message : String(error)));
  }
}

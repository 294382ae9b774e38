/**
 * Reads JSON token by token and knows where it is, as the parser behind AWS's event patterns does: its words and its columns
 * stand in the error messages that clients see.
 */
export type Token =
  | { readonly kind: '{' | '}' | '[' | ']' | 'end' }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'literal'; readonly text: 'true' | 'false' | 'null' };

export class JsonError extends Error {
  /** Offset behind the last character that was read. */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

interface Level {
  readonly kind: 'Object' | 'Array';
  readonly start: number;
  empty: boolean;
}

const MAX_DEPTH = 1000;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** What stands for itself inside a string. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what JSON does not allow there
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const WORD = /[\w$]+/y;
const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const VALUES = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

export class JsonReader {
  readonly source: string;
  #offset = 0;
  readonly #levels: Level[] = [];
  #afterName = false;

  constructor(source: string) {
    this.source = source;
  }

  /** Behind the token that was read last; behind a name, as in AWS's parser, the first character of its value. */
  get offset(): number {
    return this.#offset + (this.#afterName ? 1 : 0);
  }

  next(): Token {
    const level = this.#levels.at(-1);
    this.#skipSpace();
    if (this.#afterName) {
      this.#afterName = false;
      return this.#value();
    }
    if (this.#offset >= this.source.length) return this.#end(level);
    if (level === undefined) return this.#value();
    if (this.#take(level.kind === 'Object' ? '}' : ']')) return this.#close(level);
    this.#separate(level);
    return level.kind === 'Object' ? this.#name() : this.#value();
  }

  #close(level: Level): Token {
    this.#levels.pop();
    return { kind: level.kind === 'Object' ? '}' : ']' };
  }

  #separate(level: Level): void {
    if (level.empty) level.empty = false;
    else if (!this.#take(',')) throw this.#unexpected(`was expecting comma to separate ${level.kind} entries`);
    this.#skipSpace();
  }

  #name(): Token {
    if (!this.#take('"')) throw this.#unexpected('was expecting double-quote to start field name');
    const text = this.#string();
    this.#skipSpace();
    if (!this.#take(':')) throw this.#unexpected('was expecting a colon to separate field name and value');
    this.#skipSpace();
    this.#afterName = true;
    return { kind: 'name', text };
  }

  #value(): Token {
    if (this.#offset >= this.source.length) return this.#end(this.#levels.at(-1));
    if (this.#take('{')) return this.#open('Object');
    if (this.#take('[')) return this.#open('Array');
    if (this.#take('"')) return { kind: 'string', text: this.#string() };
    const number = this.#match(NUMBER);
    if (number !== undefined) return { kind: 'number', text: number };
    const word = this.#match(WORD);
    if (word === 'true' || word === 'false' || word === 'null') return { kind: 'literal', text: word };
    if (word === undefined) throw this.#unexpected(`expected a valid value ${VALUES}`);
    throw new JsonError(`Unrecognized token '${word}': was expecting ${VALUES}`, this.#offset);
  }

  #open(kind: Level['kind']): Token {
    if (this.#levels.length >= MAX_DEPTH)
      throw new JsonError(`Document nesting depth (${MAX_DEPTH + 1}) exceeds the maximum allowed`, this.#offset);
    this.#levels.push({ kind, start: this.#offset - 1, empty: true });
    return { kind: kind === 'Object' ? '{' : '[' };
  }

  #string(): string {
    let text = '';
    for (;;) {
      const character = this.source.charAt(this.#offset);
      if (character === '')
        throw new JsonError('Unexpected end-of-input: was expecting closing quote for a string value', this.#offset);
      this.#offset += 1;
      if (character === '"') return text;
      if (character < ' ') throw this.#control(character);
      text += character === '\\' ? this.#escape() : `${character}${this.#match(PLAIN) ?? ''}`;
    }
  }

  #escape(): string {
    const character = this.source.charAt(this.#offset);
    this.#offset += 1;
    if (character === '"' || character === '\\' || character === '/') return character;
    if (character === 'u') return this.#unicode();
    const escaped = ESCAPES[character];
    if (escaped === undefined) throw new JsonError(`Unrecognized character escape ${named(character)}`, this.#offset);
    return escaped;
  }

  #unicode(): string {
    const digits = this.source.slice(this.#offset, this.#offset + 4);
    if (!/^[0-9a-fA-F]{4}$/.test(digits))
      throw new JsonError('Unexpected character in a character escape: expected a hex-digit', this.#offset + 1);
    this.#offset += 4;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  #end(level: Level | undefined): Token {
    if (level === undefined) return { kind: 'end' };
    const start = place(this.source, level.start + 1);
    throw new JsonError(
      `Unexpected end-of-input: expected close marker for ${level.kind} (start marker at ${start})`,
      this.#offset + 1,
    );
  }

  #take(character: string): boolean {
    const found = this.source.charAt(this.#offset) === character;
    if (found) this.#offset += 1;
    return found;
  }

  #match(expression: RegExp): string | undefined {
    expression.lastIndex = this.#offset;
    const [text] = expression.exec(this.source) ?? [];
    this.#offset += text?.length ?? 0;
    return text;
  }

  #skipSpace(): void {
    while (/[ \t\n\r]/.test(this.source.charAt(this.#offset))) this.#offset += 1;
  }

  #unexpected(expectation: string): JsonError {
    const character = this.source.charAt(this.#offset);
    return new JsonError(`Unexpected character ${named(character)}: ${expectation}`, this.#offset + 1);
  }

  #control(character: string): JsonError {
    return new JsonError(
      `Illegal unquoted character ((CTRL-CHAR, code ${character.charCodeAt(0)})): has to be escaped using backslash to be included in string value`,
      this.#offset,
    );
  }
}

function named(character: string): string {
  return `('${character}' (code ${character.charCodeAt(0)}))`;
}

const SHOWN = 500;

/** Where an offset is, in the words of AWS's parser. */
export function place(source: string, offset: number): string {
  const before = source.slice(0, offset).split('\n');
  const shown =
    source.length > SHOWN ? `"${source.slice(0, SHOWN)}"[truncated ${source.length - SHOWN} chars]` : `"${source}"`;
  return `[Source: (String)${shown}; line: ${before.length}, column: ${(before.at(-1)?.length ?? 0) + 1}]`;
}

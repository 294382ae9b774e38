import type { ExportedVariable } from '../build-facts.ts';
import type { Shell } from './shell.ts';

/** Texts of a buildspec that the shell of the build has to say the meaning of, and variables it is asked for. */
export class Evaluation {
  readonly #values = new Map<string, string>();
  readonly #names: readonly string[];
  #variables: readonly ExportedVariable[] = [];

  constructor(names: readonly string[]) {
    this.#names = names;
  }

  get variables(): readonly ExportedVariable[] {
    return this.#variables;
  }

  async run(shell: Shell, texts: readonly string[]): Promise<void> {
    const words = texts.filter((text) => /[$`]/.test(text));
    if (words.length === 0 && this.#names.length === 0) return;
    // A mark tells an empty variable from one that is not there.
    const asked = this.#names.map((name) => `\${${name}+=}\${${name}-}`);
    const values = await shell.evaluate([...asked, ...words]);
    this.#variables = this.#names.flatMap((name, index) => {
      const value = values[index] ?? '';
      return value === '' ? [] : [{ name, value: value.slice(1) }];
    });
    for (const [index, word] of words.entries()) this.#values.set(word, values[asked.length + index] ?? '');
  }

  of(text: string): string {
    return this.#values.get(text) ?? text;
  }
}

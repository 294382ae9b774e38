import { readFileSync } from 'node:fs';

interface Model {
  readonly operations: Readonly<Record<string, { readonly errors?: readonly { readonly shape: string }[] }>>;
}

const MODEL: Model = JSON.parse(readFileSync(new URL('../../../../models/codepipeline.json', import.meta.url), 'utf8'));

/** Every error that the model declares, with its operation. */
export const DECLARED: readonly (readonly [operation: string, error: string])[] = Object.entries(
  MODEL.operations,
).flatMap(([operation, { errors = [] }]) => errors.map(({ shape }) => [operation, shape] as const));

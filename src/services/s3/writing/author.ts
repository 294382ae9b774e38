import type { Call } from '../../../kernel/operation.ts';
import type { Author } from './object-events.ts';

export function authorOf({ account, requestId, sourceAddress }: Call<unknown>): Author {
  return { account, requestId, sourceAddress };
}

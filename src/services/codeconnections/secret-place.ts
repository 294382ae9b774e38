import type { ConnectionRow } from '../../store/codeconnections/connections.ts';

/** What a secret of a connection is bound to. */
export function placeOf({ id }: Pick<ConnectionRow, 'id'>, what: 'password' | 'webhook-secret'): string {
  return `connection/${id}/${what}`;
}

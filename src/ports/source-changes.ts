import type { Tx } from '../store/database.ts';

/** Those who keep sources tell of their changes, in the transaction of the change: pipelines that poll them look at once. */
export interface SourceChanges {
  /** Places as in kernel/source-place. */
  changed(tx: Tx, places: readonly string[]): Promise<void>;
}

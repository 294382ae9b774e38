/**
 * Runs what was to happen once a transaction is committed. The transaction stands whatever a deed does, so a deed that throws
 * takes neither its caller nor the next deed with it.
 */
export function runDeeds(deeds: Iterable<() => void>): void {
  for (const deed of deeds) {
    try {
      deed();
    } catch (error) {
      process.emitWarning(error instanceof Error ? error : new Error(String(error)));
    }
  }
}

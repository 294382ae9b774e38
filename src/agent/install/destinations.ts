import { realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/** Where on this host the destinations of appspecs lie. */
export interface Destinations {
  /** Where an absolute path of an appspec lies. */
  place(path: string): string;
  /** Throws when the path, through links on the host, would lie outside. */
  check(path: string): void;
}

/** The whole host, as for AWS's agent. */
export const wholeHost: Destinations = { place: (path) => path, check: () => {} };

/**
 * Everything below one directory: `/srv/app` of an appspec lies at `<root>/srv/app`. So several agents on one machine can each have a
 * "server" of their own. It keeps installed files apart; scripts run with the rights of the agent and are not confined by it.
 */
export function below(root: string): Destinations {
  const real = realpathSync(root);
  return {
    place: (path) => join(real, path),
    check: (path) => {
      const actual = existingAncestor(path);
      if (actual !== real && !actual.startsWith(`${real}${sep}`)) {
        throw new Error(
          `The deployment failed because ${path} lies outside the destination root ${real}, at ${actual}`,
        );
      }
    },
  };
}

/** The real path of the nearest directory on the way to `path` that exists. */
function existingAncestor(path: string): string {
  const parent = dirname(path);
  try {
    return realpathSync(parent);
  } catch (error) {
    if (parent === path) throw error;
    return existingAncestor(parent);
  }
}

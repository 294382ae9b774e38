import { hasReference } from '../../../actions/configuration.ts';

/** Of a configuration what no variable has yet to bring: a page about anything else cannot be named. */
export function knownValues(configuration: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(configuration).filter(([, value]) => !hasReference(value)));
}

import type { Log } from '../kernel/log.ts';
import type { Reader } from '../store/database.ts';
import { type BusPlace, listeningRules, type RuleRow, rulesVersion } from '../store/rules.ts';
import { compilePattern, type EventMatcher } from './pattern/match.ts';

/** A rule that listens, ready to be asked. */
export interface ListeningRule {
  readonly name: string;
  readonly matches: EventMatcher;
  /** Its targets as JSON. */
  readonly targets: readonly string[];
}

interface Page {
  readonly version: number;
  readonly rules: readonly ListeningRule[];
}

/**
 * The rules of every bus, compiled once for each version of them. The version is read with the events, in one transaction, so
 * that a rule counts from the moment its change is committed, on whatever node that was.
 */
export class RuleBook {
  readonly #log: Log;
  readonly #pages = new Map<string, Page>();

  constructor(log: Log) {
    this.#log = log;
  }

  async rulesOf(reader: Reader, place: BusPlace): Promise<readonly ListeningRule[]> {
    const key = `${place.account}/${place.region}`;
    const version = await rulesVersion(reader, place);
    const known = this.#pages.get(key);
    if (known?.version === version) return known.rules;
    const { rules, targets } = await listeningRules(reader, place);
    const page = {
      version,
      rules: rules.flatMap((rule) =>
        this.#compile(
          rule,
          targets.filter(({ ruleId }) => ruleId === rule.id).map(({ settings }) => settings),
        ),
      ),
    };
    this.#pages.set(key, page);
    return page.rules;
  }

  /** A rule without targets asks for nothing. A pattern that an older server took and this one does not must not stop the others. */
  #compile({ name, eventPattern }: RuleRow, targets: readonly string[]): ListeningRule[] {
    if (targets.length === 0 || eventPattern === null) return [];
    try {
      return [{ name, targets, matches: compilePattern(eventPattern) }];
    } catch (error) {
      this.#log.error('the pattern of a rule cannot be read', { rule: name, error });
      return [];
    }
  }
}

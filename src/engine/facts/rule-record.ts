import type { Artifact, ArtifactCopy } from '../../actions/action.ts';
import type { Hook } from '../../machine/facts.ts';
import type { RuleDeclaration } from './declaration.ts';

/** What a rule is evaluated with, as it is kept in the store. */
export interface RuleInput {
  readonly ruleTypeId: RuleDeclaration['ruleTypeId'];
  /** Of its condition; undefined in what was written before it was kept. */
  readonly hook?: Hook | undefined;
  /** As declared. */
  readonly configuration: Readonly<Record<string, string>>;
  readonly resolvedConfiguration: Readonly<Record<string, string>>;
  readonly commands: readonly string[];
  readonly inputArtifacts: readonly Artifact[];
  /** Inputs that are brought into the store of the rule's region first. */
  readonly copies?: readonly ArtifactCopy[] | undefined;
  readonly region: string;
  readonly roleArn?: string | undefined;
}

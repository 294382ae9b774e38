/** One breach of the model's constraints, in the order the members are declared. */
export interface Violation {
  readonly kind: 'required' | 'length' | 'range' | 'pattern' | 'enum';
  /** Path of the offending member, such as `pipeline.stages.1.member.name`. */
  readonly path: string;
  /** The outermost member, such as `pipeline`. */
  readonly member: string;
  /** The constraint in AWS's words, such as `Member must not be null`. */
  readonly constraint: string;
  readonly value: unknown;
}

/** The breaches in AWS's words, one sentence each. */
export function describeViolations(violations: readonly Violation[]): string {
  const sentences = violations.map(
    ({ value, path, constraint }) => `Value ${quote(value)} at '${path}' failed to satisfy constraint: ${constraint}`,
  );
  const errors = violations.length === 1 ? 'error' : 'errors';
  return `${violations.length} validation ${errors} detected: ${sentences.join('; ')}`;
}

function quote(value: unknown): string {
  if (value === null) return 'null';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `'${text.length > 1000 ? `${text.slice(0, 1000)}...` : text}'`;
}

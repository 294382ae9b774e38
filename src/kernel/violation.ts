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

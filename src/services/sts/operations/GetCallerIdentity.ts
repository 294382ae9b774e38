import type { Operation } from '../../../kernel/operation.ts';
import type { Operations } from '../shapes.ts';

type Shapes = Operations['GetCallerIdentity'];

export const GetCallerIdentity: Operation<Shapes['input'], Shapes['output'], unknown> = async (
  _input,
  { principal },
) => ({
  UserId: principal.userId,
  Account: principal.account,
  Arn: principal.arn,
});

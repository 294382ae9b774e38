import type { RegisteredType } from '../../../actions/registered-type.ts';
import { validation } from '../errors.ts';
import type { PollForJobsInput } from '../shapes.ts';

/** The value by which jobs are asked for: a type with a queryable property wants one, any other wants none. */
export function queryOf(type: RegisteredType, parameters: PollForJobsInput['queryParam'] = {}): string | null {
  const queryable = type.properties.find((property) => property.queryable === true);
  const [given] = Object.entries(parameters);
  if (queryable === undefined) {
    if (given !== undefined) throw validation('The action type has no queryable property: leave queryParam out');
    return null;
  }
  if (given === undefined || given[0] !== queryable.name)
    throw validation(`queryParam must give a value of the queryable property ${queryable.name}`);
  return given[1];
}

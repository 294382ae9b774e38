import { factsOf } from '../build-facts.ts';
import { buildView } from '../build-view.ts';
import { invalidInput } from '../errors.ts';
import { theBuild } from '../find.ts';
import type { CodeBuildOperation } from '../rooms.ts';
import { initiatorOf } from '../starts/initiator.ts';
import { newBuild } from '../starts/new-build.ts';
import { requestToken } from '../starts/request-token.ts';

/** A new build with the settings that the old one had. */
export const RetryBuild: CodeBuildOperation<'RetryBuild'> = async (input, call) => {
  const { rooms } = call;
  const { id } = input;
  if (id === undefined) throw invalidInput('The build ID is required');
  const initiator = initiatorOf(call.principal);
  const row = await rooms.database.write(async (tx) => {
    const before = await theBuild(tx, call, id);
    const facts = factsOf(before);
    if (facts.pipeline !== undefined)
      throw invalidInput('Invalid input: a build of a pipeline is retried by its pipeline');
    if (facts.batch !== undefined)
      throw invalidInput('Invalid input: a build of a batch is retried with its batch, by RetryBuildBatch');
    return newBuild(tx, rooms, {
      place: { account: call.account, region: call.region },
      projectName: before.projectName,
      token: requestToken(call.now, input.idempotencyToken, input),
      facts: () => ({ ...facts, initiator }),
    });
  });
  return { build: buildView(row, rooms.endpoint()) };
};

import { buildView } from '../build-view.ts';
import { projectName } from '../names.ts';
import { mergedFacts } from '../project/merged-facts.ts';
import type { CodeBuildOperation } from '../rooms.ts';
import { initiatorOf } from '../starts/initiator.ts';
import { newBuild } from '../starts/new-build.ts';
import { requestToken } from '../starts/request-token.ts';

export const StartBuild: CodeBuildOperation<'StartBuild'> = async (input, call) => {
  const { rooms } = call;
  const initiator = initiatorOf(call.principal);
  const row = await rooms.database.write((tx) =>
    newBuild(tx, rooms, {
      place: { account: call.account, region: call.region },
      projectName: projectName(call, input.projectName),
      token: requestToken(call.now, input.idempotencyToken, input),
      facts: (project) => mergedFacts(project, input, initiator),
    }),
  );
  return { build: buildView(row, rooms.endpoint()) };
};

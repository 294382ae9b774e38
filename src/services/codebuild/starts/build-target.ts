import type { Model } from '../../../kernel/model.ts';
import type { Delivery, RuleTarget } from '../../../ports/rule-target.ts';
import { mergedFacts } from '../project/merged-facts.ts';
import type { CodeBuildRooms } from '../rooms.ts';
import type { StartBuildInput } from '../shapes.ts';
import { newBuild } from './new-build.ts';
import { readStartInput } from './start-input.ts';

const PROJECT = /^project\/([A-Za-z0-9][\w-]{1,149})$/;

/**
 * Event rules start builds. An event as it is starts the project as it stands; a shaped input may carry the members of StartBuild.
 * One event starts one build, however often it is delivered.
 */
export function buildTarget(rooms: CodeBuildRooms, model: Model): RuleTarget {
  return {
    service: 'codebuild',
    needsRole: true,
    accepts: ({ resource }) => PROJECT.test(resource),
    deliver: (delivery) => deliver(rooms, model, delivery),
  };
}

async function deliver(rooms: CodeBuildRooms, model: Model, delivery: Delivery): Promise<void> {
  const { account, region, resource } = delivery.target;
  const projectName = PROJECT.exec(resource)?.[1] ?? '';
  const shaped = delivery.shaped ? readStartInput(model, delivery.payload) : {};
  const input: StartBuildInput = { ...shaped, projectName };
  await rooms.database.write((tx) =>
    newBuild(tx, rooms, {
      place: { account, region },
      projectName,
      token: { token: `event/${delivery.id}`, input: '', expires: undefined },
      facts: (project) => mergedFacts(project, input, initiatorOf(delivery)),
    }),
  );
}

/** Such as `rule/nightly`. */
function initiatorOf({ ruleArn }: Delivery): string {
  return `rule/${ruleArn.split('/').at(-1) ?? ruleArn}`;
}

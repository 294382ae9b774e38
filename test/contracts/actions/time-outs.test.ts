import { describe, expect, it } from 'vitest';
import { type ActionRooms, createActionProviders } from '../../../src/actions/index.ts';
import { createRuleProviders } from '../../../src/rules/index.ts';

const HOUR = 60;
const DAY = 24 * HOUR;

/** Nothing is performed here, so no room is entered. */
const NO_ROOMS = {} as ActionRooms;

/** In minutes, as AWS documents them; where it documents none, an hour. */
const TIME_OUTS = {
  'Source CodeCommit': HOUR,
  'Source CodeStarSourceConnection': HOUR,
  'Source GitHub': HOUR,
  'Source ECR': HOUR,
  'Source S3': HOUR,
  'Build CodeBuild': 8 * HOUR,
  'Test CodeBuild': 8 * HOUR,
  'Build ECRBuildAndPublish': HOUR,
  'Compute Commands': HOUR,
  'Approval Manual': 7 * DAY,
  'Deploy CodeDeploy': 5 * DAY,
  'Deploy S3': 90,
  'Deploy CloudFormation': 3 * DAY,
  'Deploy ECS': HOUR,
  'Invoke CodePipeline': 7 * DAY,
  'Invoke Lambda': DAY,
  'Invoke StepFunctions': 7 * DAY,
  'Rule VariableCheck': HOUR,
  'Rule DeploymentWindow': 7 * DAY,
  'Rule CodeBuild': 8 * HOUR,
  'Rule Commands': HOUR,
  'Rule LambdaInvoke': DAY,
  'Rule CloudWatchAlarm': DAY,
};

describe('the time that actions and rules have when nothing is said about it', () => {
  it('is what AWS gives them', () => {
    const actions = createActionProviders(NO_ROOMS);
    const rules = createRuleProviders({ clock: { now: () => 0 }, aws: NO_ROOMS.aws, actions });
    const given = [...actions, ...rules].map(({ type, timeoutMinutes }) => [
      `${type.category} ${type.provider}`,
      timeoutMinutes,
    ]);
    expect(Object.fromEntries(given)).toEqual(TIME_OUTS);
  });
});

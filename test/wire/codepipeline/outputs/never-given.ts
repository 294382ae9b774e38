const NO_REVISION = 'a rule works on no revision of its own';
const NO_PAGE = 'a rule has the page of what it works with, and none of a revision';
const NO_DECISION = 'no rule waits for somebody to decide it';
const ONCE = 'only conditions before and after success are overridden by hand';
const IN_RULES = 'conditionStates[].ruleStates[]';

const OF_RULES: Readonly<Record<string, string>> = Object.fromEntries(
  ['beforeEntry', 'onSuccess', 'onFailure'].flatMap((hook) => {
    const rule = `stageStates[].${hook}ConditionState.${IN_RULES}`;
    return [
      [`${rule}.currentRevision.revisionId`, NO_REVISION],
      [`${rule}.currentRevision.revisionChangeId`, NO_REVISION],
      [`${rule}.currentRevision.created`, NO_REVISION],
      [`${rule}.revisionUrl`, NO_PAGE],
      [`${rule}.latestExecution.token`, NO_DECISION],
    ];
  }),
);

/** Members of answers that never have a value here, by operation and path, with the reason. */
export const NEVER_GIVEN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  GetPipelineState: {
    ...OF_RULES,
    [`stageStates[].onFailureConditionState.${IN_RULES}.latestExecution.lastUpdatedBy`]: ONCE,
  },
  ListDeployActionExecutionTargets: {
    'targets[].events[].context.ssmCommandId': 'hosts are reached by their agents, and not by Systems Manager',
  },
};

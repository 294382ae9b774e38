import { type ActionProvider, type ActionRun, type DeclaredArtifacts, wrongOnceResolved } from '../actions/action.ts';
import { ServiceError } from '../kernel/service-error.ts';
import type { RuleProvider, RuleRun } from './rule.ts';

/** A rule that does what an action does, and passes when that would succeed. It makes no artifacts. */
export function asAction(name: string, action: ActionProvider): RuleProvider {
  return {
    type: { category: 'Rule', owner: 'AWS', provider: name, version: '1' },
    inputs: action.inputs,
    configuration: action.configuration,
    takesCommands: action.type.category === 'Compute',
    timeoutMinutes: action.timeoutMinutes,
    check: (configuration, inputs) => action.check?.(configuration, artifactsOf(inputs)),
    links: (rule) => action.links?.(rule) ?? {},
    start: async (run) => {
      const inputs = run.inputs.map(({ name: input }) => input);
      const wrong = wrongOnceResolved(action, run.configuration, artifactsOf(inputs));
      if (wrong !== undefined) throw new ServiceError('ConfigurationError', wrong);
      return action.start(actionRun(run));
    },
    poll: (run) => action.poll(actionRun(run)),
    stop: (run) => action.stop(actionRun(run)),
  };
}

function artifactsOf(inputs: readonly string[]): DeclaredArtifacts {
  return { inputs, outputs: [] };
}

function actionRun({ ruleExecutionId, ruleName, commands, ...run }: RuleRun): ActionRun {
  return {
    ...run,
    actionExecutionId: ruleExecutionId,
    actionName: ruleName,
    commands: { commands, outputVariables: [], environmentVariables: [] },
    outputs: [],
    revisionOverride: undefined,
  };
}

import { disabledTransitions, enabledTransitions } from '../../../store/codepipeline/transitions.ts';
import type { Reader } from '../../../store/database.ts';
import type { TransitionState } from '../shapes.ts';

/** How the transitions into the stages of a pipeline stand; who changed one last is told of those that ever were disabled. */
export async function inboundTransitions(
  reader: Reader,
  pipelineId: string,
): Promise<(stage: string) => TransitionState> {
  const enabled = (await enabledTransitions(reader, pipelineId)).filter(({ side }) => side === 'Inbound');
  const disabled = (await disabledTransitions(reader, pipelineId)).filter(({ side }) => side === 'Inbound');
  const states = new Map<string, TransitionState>();
  for (const { stage, changedBy, changedAt } of enabled)
    states.set(stage, { enabled: true, lastChangedBy: changedBy, lastChangedAt: new Date(changedAt) });
  for (const { stage, changedBy, changedAt, reason } of disabled)
    states.set(stage, {
      enabled: false,
      lastChangedBy: changedBy,
      lastChangedAt: new Date(changedAt),
      disabledReason: reason,
    });
  return (stage) => states.get(stage) ?? { enabled: true };
}

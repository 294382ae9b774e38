import Box from '@cloudscape-design/components/box';
import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { Agent } from '../../wire/watch.ts';
import { Mark } from '../status/mark.tsx';
import { Ago } from '../values/time.tsx';

const LOOKS: Readonly<Record<Agent['Health'], readonly [StatusIndicatorProps.Type, string]>> = {
  HEALTHY: ['success', 'Healthy'],
  LATE: ['warning', 'Late'],
  LOST: ['error', 'Lost'],
  NEVER_SEEN: ['pending', 'Never seen'],
};

/** Whether the agent of an instance is alive, when it last asked for work, and what it is. */
export function AgentState({ agent }: { readonly agent: Agent | undefined }) {
  if (agent === undefined) return <>-</>;
  const [type, word] = LOOKS[agent.Health];
  return (
    <>
      <Mark type={type}>{word}</Mark>
      {agent.LastPolled !== undefined && (
        <Box color="text-body-secondary" fontSize="body-s">
          asked <Ago time={new Date(agent.LastPolled * 1_000)} />
          {agent.AgentVersion === undefined ? '' : `, ${agent.AgentVersion}`}
        </Box>
      )}
    </>
  );
}

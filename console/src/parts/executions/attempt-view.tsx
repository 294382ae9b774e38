import type { ActionExecutionDetail } from '@aws-sdk/client-codepipeline';
import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import { useInAddress } from '../addresses/use-address.ts';
import { ArtifactLink } from '../downloads/artifact-link.tsx';
import { LogView } from '../log/log-view.tsx';
import { logPlaceOf } from '../log/use-log.ts';
import { Status } from '../status/status.tsx';
import { Copyable } from '../values/copyable.tsx';
import { KeyValues } from '../values/key-values.tsx';
import { Duration } from '../values/time.tsx';

/** One attempt at an action: how it went, its log, what it was started with and what came of it. */
export function AttemptView({ attempt }: { readonly attempt: ActionExecutionDetail }) {
  const { status, input, output, startTime, lastUpdateTime, actionExecutionId = '' } = attempt;
  const running = status === 'InProgress';
  const result = output?.executionResult;
  const place = logPlaceOf(result?.logStreamARN);
  const [tab, showTab] = useInAddress('tab');
  return (
    <SpaceBetween size="m">
      <SpaceBetween size="m" direction="horizontal" alignItems="center">
        <Status status={status} />
        <Duration from={startTime} to={running ? undefined : lastUpdateTime} />
        <Copyable text={actionExecutionId} what="the id of the action execution" />
      </SpaceBetween>
      {result?.errorDetails !== undefined && (
        <Box color="text-status-error">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section className="within-reach" tabIndex={0} aria-label="What went wrong">
            {result.errorDetails.code}: {result.errorDetails.message}
          </section>
        </Box>
      )}
      {result?.externalExecutionSummary !== result?.errorDetails?.message && (
        <Box>{result?.externalExecutionSummary}</Box>
      )}
      <Tabs
        activeTabId={tab || (place === undefined ? 'configuration' : 'log')}
        onChange={({ detail }) => showTab(detail.activeTabId)}
        tabs={[
          ...(place === undefined
            ? []
            : [{ id: 'log', label: 'Log', content: <LogView place={place} growing={running} /> }]),
          {
            id: 'configuration',
            label: 'Configuration',
            content: <KeyValues values={input?.resolvedConfiguration ?? {}} empty="It has no configuration." />,
          },
          { id: 'artifacts', label: 'Artifacts', content: <Artifacts attempt={attempt} /> },
          {
            id: 'variables',
            label: 'Output variables',
            content: <KeyValues values={output?.outputVariables ?? {}} empty="It gave no variables." />,
          },
        ]}
      />
    </SpaceBetween>
  );
}

function Artifacts({ attempt: { input, output } }: { readonly attempt: ActionExecutionDetail }) {
  const groups = [
    { title: 'In', artifacts: input?.inputArtifacts ?? [] },
    { title: 'Out', artifacts: output?.outputArtifacts ?? [] },
  ];
  return (
    <SpaceBetween size="s">
      {groups.map(({ title, artifacts }) => (
        <div key={title}>
          <Box variant="awsui-key-label">{title}</Box>
          {artifacts.length === 0 && <Box color="text-body-secondary">None</Box>}
          {artifacts.map((artifact) => (
            <div key={artifact.name}>
              <ArtifactLink artifact={artifact} />
            </div>
          ))}
        </div>
      ))}
    </SpaceBetween>
  );
}

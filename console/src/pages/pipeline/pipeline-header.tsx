import type { PipelineDeclaration } from '@aws-sdk/client-codepipeline';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { pagePath } from '../../parts/addresses/page-link.tsx';
import { useGo } from '../../parts/addresses/use-follow.ts';
import { onDemand } from '../../parts/on-demand.tsx';

const ReleaseChange = onDemand(async () => (await import('./release-change.tsx')).ReleaseChange);
const StopExecution = onDemand(async () => (await import('./stop-execution.tsx')).StopExecution);

interface PipelineHeaderProps {
  readonly declaration: PipelineDeclaration;
}

export function PipelineHeader({ declaration }: PipelineHeaderProps) {
  const go = useGo();
  const [asked, setAsked] = useState<'release' | 'stop'>();
  const { name = '', pipelineType, executionMode, version } = declaration;
  const close = () => setAsked(undefined);
  return (
    <>
      <Header
        variant="h1"
        description={`${pipelineType ?? 'V1'} · ${executionMode ?? 'SUPERSEDED'} · version ${version ?? 1}`}
        actions={
          <SpaceBetween size="xs" direction="horizontal">
            <Button onClick={() => go(pagePath('pipelines', name, 'executions'))}>History</Button>
            <Button onClick={() => go(pagePath('pipelines', name, 'edit'))}>Edit</Button>
            <Button onClick={() => setAsked('stop')}>Stop execution</Button>
            <Button variant="primary" onClick={() => setAsked('release')}>
              Release change
            </Button>
          </SpaceBetween>
        }
      >
        {name}
      </Header>
      {asked === 'release' && <ReleaseChange declaration={declaration} onClose={close} />}
      {asked === 'stop' && <StopExecution name={name} onClose={close} />}
    </>
  );
}

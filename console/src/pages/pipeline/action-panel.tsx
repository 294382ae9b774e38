import type { GetPipelineStateCommandOutput, PipelineDeclaration } from '@aws-sdk/client-codepipeline';
import Modal from '@cloudscape-design/components/modal';
import Spinner from '@cloudscape-design/components/spinner';
import { AttemptView } from '../../parts/attempt-view.tsx';
import { pagePath } from '../../parts/page-link.tsx';
import { useGo } from '../../parts/use-follow.ts';
import { useLatestAttempt } from './use-latest-attempt.ts';

interface ActionPanelProps {
  readonly pipeline: PipelineDeclaration;
  readonly stage: string;
  readonly action: string;
  readonly state: GetPipelineStateCommandOutput;
}

/** The latest attempt at an action, over the pipeline it belongs to. */
export function ActionPanel({ pipeline, stage, action }: ActionPanelProps) {
  const go = useGo();
  const { name = '' } = pipeline;
  const attempt = useLatestAttempt(name, stage, action);
  return (
    <Modal
      visible
      size="max"
      header={`${stage} / ${action}`}
      closeAriaLabel="Close"
      onDismiss={() => go(pagePath('pipelines', name))}
    >
      {attempt.isPending && <Spinner />}
      {attempt.data === null && 'It has not run yet.'}
      {attempt.data && <AttemptView attempt={attempt.data} />}
    </Modal>
  );
}

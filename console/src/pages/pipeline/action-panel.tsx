import Modal from '@cloudscape-design/components/modal';
import Spinner from '@cloudscape-design/components/spinner';
import { pagePath } from '../../parts/addresses/page-link.tsx';
import { useGo } from '../../parts/addresses/use-follow.ts';
import { AttemptView } from '../../parts/executions/attempt-view.tsx';
import { Failure } from '../../parts/failure.tsx';
import { useLatestAttempt } from './use-latest-attempt.ts';

interface ActionPanelProps {
  readonly pipeline: string;
  readonly stage: string;
  readonly action: string;
  readonly isDeclared: boolean;
}

/** The latest attempt at an action, over the pipeline it belongs to. */
export function ActionPanel({ pipeline, stage, action, isDeclared }: ActionPanelProps) {
  const go = useGo();
  const attempt = useLatestAttempt({ pipeline, stage, action });
  return (
    <Modal
      visible
      size="max"
      header={`${stage} / ${action}`}
      closeAriaLabel="Close"
      onDismiss={() => go(pagePath('pipelines', pipeline))}
    >
      {attempt.isPending && <Spinner />}
      {attempt.data === null &&
        (isDeclared ? 'It has not run yet.' : 'The pipeline has no such action, and never had one that ran.')}
      {attempt.isError && attempt.data === undefined && (
        <Failure what="The action" error={attempt.error} onRetry={() => void attempt.refetch()} />
      )}
      {attempt.data && <AttemptView attempt={attempt.data} />}
    </Modal>
  );
}

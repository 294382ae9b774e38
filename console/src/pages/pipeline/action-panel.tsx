import Modal from '@cloudscape-design/components/modal';
import Spinner from '@cloudscape-design/components/spinner';
import { AttemptView } from '../../parts/attempt-view.tsx';
import { pagePath } from '../../parts/page-link.tsx';
import { useGo } from '../../parts/use-follow.ts';
import { useLatestAttempt } from './use-latest-attempt.ts';

interface ActionPanelProps {
  readonly pipeline: string;
  readonly stage: string;
  readonly action: string;
}

/** The latest attempt at an action, over the pipeline it belongs to. */
export function ActionPanel({ pipeline, stage, action }: ActionPanelProps) {
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
      {attempt.data === null && 'It has not run yet.'}
      {attempt.data && <AttemptView attempt={attempt.data} />}
    </Modal>
  );
}

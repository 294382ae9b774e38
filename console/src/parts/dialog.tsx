import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { Problem } from './problem.tsx';

interface DialogProps {
  readonly title: string;
  /** What the button says that does it. */
  readonly deed: string;
  readonly busy: boolean;
  /** Why it could not be done. */
  readonly problem: Error | null;
  readonly disabled?: boolean | undefined;
  onDo(): void;
  onClose(): void;
  readonly children: ReactNode;
}

/** Asks before something is done. */
export function Dialog({ title, deed, busy, problem, disabled = false, onDo, onClose, children }: DialogProps) {
  return (
    <Modal
      visible
      header={title}
      onDismiss={onClose}
      closeAriaLabel="Close"
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button variant="primary" loading={busy} disabled={disabled} onClick={onDo}>
              {deed}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Problem of={problem} />
        {children}
      </SpaceBetween>
    </Modal>
  );
}

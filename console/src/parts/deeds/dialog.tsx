import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useId } from 'react';
import { DialogFooter } from './dialog-footer.tsx';
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

/** Asks before something is done; Enter in one of its fields does it. */
export function Dialog({ title, deed, busy, problem, disabled = false, onDo, onClose, children }: DialogProps) {
  const form = useId();
  return (
    <Modal
      visible
      header={title}
      onDismiss={onClose}
      closeAriaLabel="Close"
      footer={
        <DialogFooter onClose={onClose}>
          <Button variant="primary" formAction="submit" form={form} loading={busy} disabled={disabled}>
            {deed}
          </Button>
        </DialogFooter>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && !disabled) onDo();
        }}
      >
        <SpaceBetween size="m">
          <Problem of={problem} />
          {children}
        </SpaceBetween>
      </form>
    </Modal>
  );
}

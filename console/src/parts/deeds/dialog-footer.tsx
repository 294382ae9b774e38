import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';

interface DialogFooterProps {
  /** What the button says that does nothing. */
  readonly away?: string;
  onClose(): void;
  /** The buttons that do something. */
  readonly children: ReactNode;
}

/** The buttons of a dialog: away from it first. */
export function DialogFooter({ away = 'Cancel', onClose, children }: DialogFooterProps) {
  return (
    <Box float="right">
      <SpaceBetween direction="horizontal" size="xs">
        <Button variant="link" onClick={onClose}>
          {away}
        </Button>
        {children}
      </SpaceBetween>
    </Box>
  );
}

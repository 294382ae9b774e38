import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ReactNode } from 'react';

interface MarkProps {
  readonly type: StatusIndicatorProps.Type;
  readonly children: ReactNode;
}

/** A state in a word or two, which no narrow column breaks into letters. */
export function Mark({ type, children }: MarkProps) {
  return (
    <StatusIndicator type={type} wrapText={false}>
      {children}
    </StatusIndicator>
  );
}

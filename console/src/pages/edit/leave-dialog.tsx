import Box from '@cloudscape-design/components/box';
import { Dialog } from '../../parts/deeds/dialog.tsx';
import { useLeaveGuard } from './use-leave-guard.ts';

/** Asks whoever leaves with what they have not saved. */
export function LeaveDialog({ unsaved }: { readonly unsaved: () => boolean }) {
  const leaving = useLeaveGuard(unsaved);
  if (leaving.state !== 'blocked') return null;
  return (
    <Dialog
      title="Leave without saving?"
      deed="Leave"
      busy={false}
      problem={null}
      onDo={leaving.proceed}
      onClose={leaving.reset}
    >
      <Box>What you have changed here is lost.</Box>
    </Dialog>
  );
}

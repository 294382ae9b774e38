import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';

interface SavedByOthersProps {
  readonly version: number | undefined;
  onTake(): void;
}

/** Says that the pipeline is no longer the one that somebody began to change. */
export function SavedByOthers({ version, onTake }: SavedByOthersProps) {
  return (
    <Alert
      type="warning"
      header={`Version ${version} was saved since you began`}
      action={<Button onClick={onTake}>Begin again with version {version}</Button>}
    >
      Saving yours takes it back, as the difference shows before you do. Beginning again lets go of what you have
      changed.
    </Alert>
  );
}

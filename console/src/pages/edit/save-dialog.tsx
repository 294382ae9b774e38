import { CreatePipelineCommand, GetPipelineCommand, UpdatePipelineCommand } from '@aws-sdk/client-codepipeline';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { pagePath } from '../../parts/addresses/page-link.tsx';
import { useGo } from '../../parts/addresses/use-follow.ts';
import { DialogFooter } from '../../parts/deeds/dialog-footer.tsx';
import { useTell } from '../../parts/deeds/notices.tsx';
import { Problem } from '../../parts/deeds/problem.tsx';
import { DiffView } from '../../parts/values/diff-view.tsx';
import { useCodePipeline } from '../../wire/codepipeline.ts';
import { type Draft, tidied } from './draft.ts';

interface SaveDialogProps {
  readonly before: Draft;
  readonly draft: Draft;
  readonly isNew: boolean;
  onSaved(): void;
  onClose(): void;
}

/** Shows what will change before it does, and what the server has against it after. */
export function SaveDialog({ before, draft, isNew, onSaved, onClose }: SaveDialogProps) {
  const client = useCodePipeline();
  const cache = useQueryClient();
  const go = useGo();
  const tell = useTell();
  const pipeline = tidied(draft);
  /** UpdatePipeline asks for no version: whoever saves must have seen what they take back. */
  const refuseUnseen = async () => {
    const now = (await client.send(new GetPipelineCommand({ name: before.name }))).pipeline?.version;
    if (now === before.version) return;
    await cache.invalidateQueries({ queryKey: ['wire'] });
    throw new SavedMeanwhile(`Somebody saved version ${now}. The difference below is to that one now.`);
  };
  const save = useMutation({
    mutationFn: async () => {
      if (isNew) await client.send(new CreatePipelineCommand({ pipeline }));
      else {
        await refuseUnseen();
        await client.send(new UpdatePipelineCommand({ pipeline }));
      }
    },
    onSuccess: async () => {
      onSaved();
      await cache.invalidateQueries({ queryKey: ['wire'] });
      tell.done(`${pipeline.name} is ${isNew ? 'created' : 'saved'}.`);
      go(pagePath('pipelines', pipeline.name ?? ''));
    },
  });
  return (
    <Modal
      visible
      size="large"
      header={isNew ? 'Create this pipeline?' : 'Save these changes?'}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <DialogFooter away="Back" onClose={onClose}>
          <Button variant="primary" loading={save.isPending} onClick={() => save.mutate()}>
            {isNew ? 'Create pipeline' : 'Save changes'}
          </Button>
        </DialogFooter>
      }
    >
      <SpaceBetween size="m">
        <Problem of={save.error} />
        {!isNew && (
          <Box>
            Executions under way are cancelled when the definition changes, once their running actions have ended.
          </Box>
        )}
        <DiffView before={isNew ? '' : text(before)} after={text(draft)} label="the declaration" />
      </SpaceBetween>
    </Modal>
  );
}

class SavedMeanwhile extends Error {
  override readonly name = 'Not saved';
}

/** The version is the server's to count. */
function text({ version: _counted, ...declaration }: Draft): string {
  return `${JSON.stringify(tidied(declaration), undefined, 2)}\n`;
}

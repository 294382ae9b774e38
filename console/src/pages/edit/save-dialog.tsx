import { CreatePipelineCommand, UpdatePipelineCommand } from '@aws-sdk/client-codepipeline';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { DiffView } from '../../parts/diff-view.tsx';
import { useTell } from '../../parts/notices.tsx';
import { pagePath } from '../../parts/page-link.tsx';
import { Problem } from '../../parts/problem.tsx';
import { useGo } from '../../parts/use-follow.ts';
import { useCodePipeline } from '../../wire/codepipeline.ts';
import { type Draft, tidied } from './draft.ts';

interface SaveDialogProps {
  readonly before: Draft;
  readonly draft: Draft;
  readonly isNew: boolean;
  onClose(): void;
}

/** Shows what will change before it does, and what the server has against it after. */
export function SaveDialog({ before, draft, isNew, onClose }: SaveDialogProps) {
  const client = useCodePipeline();
  const cache = useQueryClient();
  const go = useGo();
  const tell = useTell();
  const pipeline = tidied(draft);
  const save = useMutation({
    mutationFn: async () => {
      if (isNew) await client.send(new CreatePipelineCommand({ pipeline }));
      else await client.send(new UpdatePipelineCommand({ pipeline }));
    },
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ['wire'] });
      tell.done(`${pipeline.name} is ${isNew ? 'created' : 'saved'}.`);
      go(pagePath('pipelines', pipeline.name ?? ''));
    },
  });
  const text = (declaration: Draft) => `${JSON.stringify(tidied(declaration), undefined, 2)}\n`;
  return (
    <Modal
      visible
      size="large"
      header={isNew ? 'Create this pipeline?' : 'Save these changes?'}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween size="xs" direction="horizontal">
            <Button variant="link" onClick={onClose}>
              Back
            </Button>
            <Button variant="primary" loading={save.isPending} onClick={() => save.mutate()}>
              {isNew ? 'Create pipeline' : 'Save changes'}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Problem of={save.error} />
        {!isNew && <Box>Executions under way are cancelled when the definition changes.</Box>}
        <DiffView before={isNew ? '' : text(before)} after={text(draft)} label="the declaration" />
      </SpaceBetween>
    </Modal>
  );
}

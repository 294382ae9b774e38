import {
  ListPipelineExecutionsCommand,
  type PipelineExecutionSummary,
  RollbackStageCommand,
} from '@aws-sdk/client-codepipeline';
import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../../parts/deeds/dialog.tsx';
import { useDeed } from '../../parts/deeds/use-deed.ts';
import { shortId } from '../../parts/executions/short-id.ts';
import { timeText } from '../../parts/values/time.tsx';
import { useCodePipeline } from '../../wire/codepipeline.ts';

interface RollBackProps {
  readonly pipeline: string;
  readonly stage: string;
  onClose(): void;
}

/** Runs the stage again as an earlier execution ran it. */
export function RollBack({ pipeline, stage, onClose }: RollBackProps) {
  const client = useCodePipeline();
  const [chosen, setChosen] = useState<string>();
  const targets = useQuery({
    queryKey: ['wire', 'pipelines', pipeline, 'rollback-targets', stage],
    queryFn: async () => {
      const filter = { succeededInStage: { stageName: stage } };
      const answer = await client.send(new ListPipelineExecutionsCommand({ pipelineName: pipeline, filter }));
      return answer.pipelineExecutionSummaries ?? [];
    },
  });
  const deed = useDeed({
    perform: () =>
      client.send(
        new RollbackStageCommand({ pipelineName: pipeline, stageName: stage, targetPipelineExecutionId: chosen }),
      ),
    told: () => `${stage} is rolled back to ${shortId(chosen)}.`,
    onDone: onClose,
    showsProblem: true,
  });
  const options = (targets.data ?? []).filter(({ executionType }) => executionType !== 'ROLLBACK').map(optionOf);
  return (
    <Dialog
      title={`Roll back ${stage}`}
      deed="Roll back"
      busy={deed.busy}
      problem={deed.problem}
      disabled={chosen === undefined}
      onDo={() => deed.do()}
      onClose={onClose}
    >
      <Box>The stage runs with the artifacts, revisions and variables of the execution you choose.</Box>
      <FormField label="Execution that succeeded in this stage">
        <Select
          selectedOption={options.find(({ value }) => value === chosen) ?? null}
          options={options}
          placeholder="Choose an execution"
          onChange={({ detail }) => setChosen(detail.selectedOption.value)}
          statusType={targets.isPending ? 'loading' : 'finished'}
          empty="None of this version of the pipeline has succeeded here"
        />
      </FormField>
    </Dialog>
  );
}

function optionOf({ pipelineExecutionId = '', startTime, sourceRevisions }: PipelineExecutionSummary) {
  const [revision] = sourceRevisions ?? [];
  return {
    value: pipelineExecutionId,
    label: `${shortId(pipelineExecutionId)} · ${startTime === undefined ? '' : timeText(startTime)}`,
    description: [revision?.revisionId?.slice(0, 8), revision?.revisionSummary].filter(Boolean).join(' '),
  };
}

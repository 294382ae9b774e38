import {
  type PipelineDeclaration,
  type SourceRevisionOverride,
  type SourceRevisionType,
  StartPipelineExecutionCommand,
} from '@aws-sdk/client-codepipeline';
import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useState } from 'react';
import { Dialog } from '../../parts/deeds/dialog.tsx';
import { useDeed } from '../../parts/deeds/use-deed.ts';
import { useCodePipeline } from '../../wire/codepipeline.ts';

interface ReleaseChangeProps {
  readonly declaration: PipelineDeclaration;
  onClose(): void;
}

type Values = Readonly<Record<string, string>>;

/** Starts an execution: with the values of its variables, and with chosen revisions instead of the newest. */
export function ReleaseChange({ declaration, onClose }: ReleaseChangeProps) {
  const client = useCodePipeline();
  const { name = '', variables = [], stages = [] } = declaration;
  const [values, setValues] = useState<Values>({});
  const [revisions, setRevisions] = useState<Values>({});
  const sources = (stages[0]?.actions ?? []).flatMap((action) => {
    const revisionType = REVISION_TYPES[action.actionTypeId?.provider ?? ''];
    return revisionType === undefined || action.name === undefined ? [] : [{ name: action.name, revisionType }];
  });
  const given = variables.flatMap(({ name: variable = '' }) => {
    const value = values[variable] ?? '';
    return value === '' ? [] : [{ name: variable, value }];
  });
  const missing = variables.filter(
    ({ name: variable = '', defaultValue }) => defaultValue === undefined && (values[variable] ?? '') === '',
  );
  const deed = useDeed({
    perform: () =>
      client.send(
        new StartPipelineExecutionCommand({
          name,
          variables: given.length === 0 ? undefined : given,
          sourceRevisions: sources.flatMap(({ name: actionName, revisionType }): SourceRevisionOverride[] => {
            const revisionValue = revisions[actionName];
            return revisionValue === undefined || revisionValue === ''
              ? []
              : [{ actionName, revisionType, revisionValue }];
          }),
        }),
      ),
    told: () => `An execution of ${name} was started.`,
    onDone: onClose,
    showsProblem: true,
  });
  return (
    <Dialog
      title="Release change"
      deed="Release"
      busy={deed.busy}
      problem={deed.problem}
      disabled={missing.length > 0}
      onDo={() => deed.do()}
      onClose={onClose}
    >
      <Box>An execution of {name} begins with the newest revision of every source.</Box>
      {variables.map(({ name: variable = '', defaultValue, description }) => (
        <FormField
          key={variable}
          label={variable}
          description={description}
          constraintText={
            defaultValue === undefined
              ? 'It has no default value: it must be given.'
              : `Left out, it is ${defaultValue}.`
          }
        >
          <Input
            value={values[variable] ?? ''}
            onChange={({ detail }) => setValues({ ...values, [variable]: detail.value })}
          />
        </FormField>
      ))}
      {sources.map(({ name: source, revisionType }) => (
        <FormField
          key={source}
          label={`Revision of ${source} (${revisionType})`}
          constraintText="Left out, the newest."
        >
          <Input
            value={revisions[source] ?? ''}
            onChange={({ detail }) => setRevisions({ ...revisions, [source]: detail.value })}
          />
        </FormField>
      ))}
    </Dialog>
  );
}

const REVISION_TYPES: Readonly<Record<string, SourceRevisionType>> = {
  CodeCommit: 'COMMIT_ID',
  CodeStarSourceConnection: 'COMMIT_ID',
  GitHub: 'COMMIT_ID',
  S3: 'S3_OBJECT_VERSION_ID',
  ECR: 'IMAGE_DIGEST',
};

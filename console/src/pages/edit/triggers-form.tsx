import type {
  GitConfiguration,
  GitPullRequestFilter,
  GitPushFilter,
  PipelineTriggerDeclaration,
} from '@aws-sdk/client-codepipeline';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Multiselect from '@cloudscape-design/components/multiselect';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { replaced, without } from './draft.ts';
import { PatternsForm } from './patterns-form.tsx';

interface TriggersFormProps {
  readonly triggers: readonly PipelineTriggerDeclaration[];
  /** Names of the actions that triggers can listen to. */
  readonly sources: readonly string[];
  onChange(triggers: PipelineTriggerDeclaration[]): void;
}

/** Which pushes and pull requests start the pipeline; without any, every push to the branch of a source does. */
export function TriggersForm({ triggers, sources, onChange }: TriggersFormProps) {
  const add = () =>
    onChange([
      ...triggers,
      {
        providerType: 'CodeStarSourceConnection',
        gitConfiguration: { sourceActionName: sources[0] ?? '', push: [{ branches: { includes: ['main'] } }] },
      },
    ]);
  return (
    <Container
      header={
        <Header
          description="Without any, every push to the branch of a source starts it."
          actions={<Button onClick={add}>Add trigger</Button>}
        >
          Triggers
        </Header>
      }
    >
      {triggers.map(({ gitConfiguration }, index) => (
        <TriggerForm
          // biome-ignore lint/suspicious/noArrayIndexKey: a trigger keeps its place while it is written
          key={index}
          git={gitConfiguration ?? { sourceActionName: '' }}
          sources={sources}
          onChange={(git) => onChange(replaced(triggers, index, { gitConfiguration: git }))}
          onRemove={() => onChange(without(triggers, index))}
        />
      ))}
    </Container>
  );
}

interface TriggerFormProps {
  readonly git: GitConfiguration;
  readonly sources: readonly string[];
  onChange(git: GitConfiguration): void;
  onRemove(): void;
}

function TriggerForm({ git, sources, onChange, onRemove }: TriggerFormProps) {
  const { sourceActionName = '', push = [], pullRequest = [] } = git;
  const options = [...new Set([...sources, sourceActionName])].map((value) => ({ value, label: value }));
  return (
    <ExpandableSection
      defaultExpanded
      headerText={`Trigger of ${sourceActionName || 'a source'}`}
      headerActions={<Button onClick={onRemove}>Remove trigger</Button>}
    >
      <SpaceBetween size="m">
        <FormField label="Source action">
          <Select
            selectedOption={options.find(({ value }) => value === sourceActionName) ?? null}
            options={options}
            onChange={({ detail }) => onChange({ ...git, sourceActionName: detail.selectedOption.value ?? '' })}
          />
        </FormField>
        {push.map((filter, index) => (
          <PushForm
            // biome-ignore lint/suspicious/noArrayIndexKey: a filter keeps its place while it is written
            key={index}
            filter={filter}
            onChange={(change) => onChange({ ...git, push: replaced(push, index, change) })}
            onRemove={() => onChange({ ...git, push: without(push, index) })}
          />
        ))}
        {pullRequest.map((filter, index) => (
          <PullRequestForm
            // biome-ignore lint/suspicious/noArrayIndexKey: a filter keeps its place while it is written
            key={index}
            filter={filter}
            onChange={(change) => onChange({ ...git, pullRequest: replaced(pullRequest, index, change) })}
            onRemove={() => onChange({ ...git, pullRequest: without(pullRequest, index) })}
          />
        ))}
        <SpaceBetween size="xs" direction="horizontal">
          <Button onClick={() => onChange({ ...git, push: [...push, { branches: { includes: ['main'] } }] })}>
            Add push filter
          </Button>
          <Button
            onClick={() =>
              onChange({
                ...git,
                pullRequest: [...pullRequest, { events: ['OPEN'], branches: { includes: ['main'] } }],
              })
            }
          >
            Add pull request filter
          </Button>
        </SpaceBetween>
      </SpaceBetween>
    </ExpandableSection>
  );
}

interface FilterFormProps<Filter> {
  readonly filter: Filter;
  onChange(change: Partial<Filter>): void;
  onRemove(): void;
}

function PushForm({ filter, onChange, onRemove }: FilterFormProps<GitPushFilter>) {
  return (
    <Container header={<Header actions={<Button onClick={onRemove}>Remove filter</Button>}>Pushes</Header>}>
      <PatternsForm what="Branches" of={filter.branches} onChange={(branches) => onChange({ branches })} />
      <PatternsForm what="Tags" of={filter.tags} onChange={(tags) => onChange({ tags })} />
      <PatternsForm what="File paths" of={filter.filePaths} onChange={(filePaths) => onChange({ filePaths })} />
    </Container>
  );
}

const EVENTS = [
  { value: 'OPEN', label: 'Opened' },
  { value: 'UPDATED', label: 'Updated' },
  { value: 'CLOSED', label: 'Closed' },
] as const;

function PullRequestForm({ filter, onChange, onRemove }: FilterFormProps<GitPullRequestFilter>) {
  const { events = [], branches, filePaths } = filter;
  return (
    <Container header={<Header actions={<Button onClick={onRemove}>Remove filter</Button>}>Pull requests</Header>}>
      <FormField label="When they are">
        <Multiselect
          selectedOptions={EVENTS.filter(({ value }) => events.includes(value))}
          options={EVENTS}
          onChange={({ detail }) => {
            const chosen = detail.selectedOptions.map(({ value }) => value);
            onChange({ events: EVENTS.flatMap(({ value }) => (chosen.includes(value) ? value : [])) });
          }}
        />
      </FormField>
      <PatternsForm what="Branches" of={branches} onChange={(next) => onChange({ branches: next })} />
      <PatternsForm what="File paths" of={filePaths} onChange={(next) => onChange({ filePaths: next })} />
    </Container>
  );
}

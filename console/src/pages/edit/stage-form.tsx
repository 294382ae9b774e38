import type { ActionType, StageDeclaration } from '@aws-sdk/client-codepipeline';
import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { ActionForm } from './action-form.tsx';
import { BlockersForm } from './blockers-form.tsx';
import { ConditionsForm } from './conditions-form.tsx';
import { freeName, newAction, typeKey, without } from './draft.ts';

interface StageFormProps {
  readonly stage: StageDeclaration;
  readonly types: ReadonlyMap<string, ActionType>;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  onChange(change: Partial<StageDeclaration>): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
}

export function StageForm({ stage, types, isFirst, isLast, onChange, onMove, onRemove }: StageFormProps) {
  const { name = '', actions = [] } = stage;
  const offered = [...types.values()].filter(({ id }) => (id?.category === 'Source') === isFirst);
  const add = (key: string) => {
    const type = types.get(key);
    if (type === undefined) return;
    const taken = actions.map((action) => action.name ?? '');
    const free = freeName(type.id?.provider ?? 'Action', taken);
    onChange({ actions: [...actions, newAction(free, type)] });
  };
  return (
    <section aria-label={`Stage ${name}`}>
      <Container
        header={
          <Header
            actions={
              <SpaceBetween size="xs" direction="horizontal">
                <ButtonDropdown
                  items={offered.map(({ id }) => ({ id: typeKey(id), text: `${id?.provider} (${id?.category})` }))}
                  expandToViewport
                  onItemClick={({ detail }) => add(detail.id)}
                >
                  Add action
                </ButtonDropdown>
                <Button
                  iconName="arrow-up"
                  ariaLabel={`Move stage ${name} up`}
                  disabled={isFirst}
                  onClick={() => onMove(-1)}
                />
                <Button
                  iconName="arrow-down"
                  ariaLabel={`Move stage ${name} down`}
                  disabled={isLast}
                  onClick={() => onMove(1)}
                />
                <Button onClick={onRemove} ariaLabel={`Remove stage ${name}`}>
                  Remove
                </Button>
              </SpaceBetween>
            }
          >
            Stage {name}
          </Header>
        }
      >
        <SpaceBetween size="l">
          <FormField label="Name of the stage">
            <Input value={name} onChange={({ detail }) => onChange({ name: detail.value })} />
          </FormField>
          {actions.map((action, index) => (
            <ActionForm
              // biome-ignore lint/suspicious/noArrayIndexKey: an action keeps its place while its name is typed
              key={index}
              action={action}
              type={types.get(typeKey(action.actionTypeId))}
              onChange={(change) =>
                onChange({ actions: actions.map((other, at) => (at === index ? { ...other, ...change } : other)) })
              }
              onRemove={() => onChange({ actions: without(actions, index) })}
            />
          ))}
          {!isFirst && <ConditionsForm stage={stage} onChange={onChange} />}
          <BlockersForm blockers={stage.blockers ?? []} onChange={(blockers) => onChange({ blockers })} />
        </SpaceBetween>
      </Container>
    </section>
  );
}

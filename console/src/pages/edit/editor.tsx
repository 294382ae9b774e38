import type { ActionType, RuleType } from '@aws-sdk/client-codepipeline';
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useCallback, useRef, useState } from 'react';
import { pagePath } from '../../parts/addresses/page-link.tsx';
import { useGo } from '../../parts/addresses/use-follow.ts';
import { checkDraft } from './check-draft.ts';
import { type Draft, moved, without, withStage } from './draft.ts';
import { JsonSide } from './json-side.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { PipelineForm } from './pipeline-form.tsx';
import { SaveDialog } from './save-dialog.tsx';
import { SavedByOthers } from './saved-by-others.tsx';
import { StageForm } from './stage-form.tsx';
import { TriggersForm } from './triggers-form.tsx';
import { useDraft } from './use-draft.ts';
import { useRuleTypes } from './use-rule-types.ts';
import { VariablesForm } from './variables-form.tsx';
import './editor.css';

interface EditorProps {
  /** As it is saved now, also by others meanwhile. */
  readonly before: Draft;
  readonly types: ReadonlyMap<string, ActionType>;
  readonly isNew: boolean;
}

const NO_TYPES: ReadonlyMap<string, RuleType> = new Map();

/** The declaration as a form and as JSON, side by side: what is written in one is in the other. */
export function Editor({ before, types, isNew }: EditorProps) {
  const go = useGo();
  const writing = useDraft(before);
  const { draft, typed, write } = writing;
  const [saving, setSaving] = useState(false);
  const saved = useRef(false);
  const { changed } = writing;
  const unsaved = useCallback(() => changed && !saved.current, [changed]);
  const ruleTypes = useRuleTypes().data ?? NO_TYPES;
  const problems = [
    ...(typed?.problem === undefined ? [] : [`JSON: ${typed.problem}`]),
    ...checkDraft(draft, { types, ruleTypes }, isNew ? undefined : before.name),
  ];
  const stages = draft.stages ?? [];
  const addStage = () => write({ ...draft, stages: [...stages, { name: `Stage${stages.length + 1}`, actions: [] }] });
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        actions={
          <SpaceBetween size="xs" direction="horizontal">
            <Button variant="link" onClick={() => go(isNew ? '/pipelines' : pagePath('pipelines', before.name ?? ''))}>
              Cancel
            </Button>
            <Button variant="primary" disabled={problems.length > 0} onClick={() => setSaving(true)}>
              {isNew ? 'Create' : 'Save'}
            </Button>
          </SpaceBetween>
        }
      >
        {isNew ? 'Create pipeline' : `Edit ${before.name}`}
      </Header>
      {before.version !== writing.origin.version && (
        <SavedByOthers version={before.version} onTake={() => writing.beginAgain(before)} />
      )}
      {problems.length > 0 && (
        <Alert type="warning" header="Not ready yet">
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Alert>
      )}
      <ColumnLayout columns={2}>
        <SpaceBetween size="l">
          <PipelineForm draft={draft} isNew={isNew} onChange={write} />
          <VariablesForm variables={draft.variables ?? []} onChange={(variables) => write({ ...draft, variables })} />
          {draft.pipelineType === 'V2' && (
            <TriggersForm
              triggers={draft.triggers ?? []}
              sources={(stages[0]?.actions ?? []).flatMap(({ name }) => name ?? [])}
              onChange={(triggers) => write({ ...draft, triggers })}
            />
          )}
          {stages.map((stage, index) => (
            <StageForm
              // biome-ignore lint/suspicious/noArrayIndexKey: a stage keeps its place while its name is typed
              key={index}
              stage={stage}
              types={types}
              isFirst={index === 0}
              isLast={index === stages.length - 1}
              onChange={(change) => write(withStage(draft, index, change))}
              onMove={(by) => write({ ...draft, stages: moved(stages, index, by) })}
              onRemove={() => write({ ...draft, stages: without(stages, index) })}
            />
          ))}
          <Button iconName="add-plus" onClick={addStage}>
            Add stage
          </Button>
        </SpaceBetween>
        <div className="stays">
          <JsonSide draft={draft} typed={typed} onType={writing.type} />
        </div>
      </ColumnLayout>
      {saving && (
        <SaveDialog
          before={before}
          draft={draft}
          isNew={isNew}
          onSaved={() => {
            saved.current = true;
          }}
          onClose={() => setSaving(false)}
        />
      )}
      <LeaveDialog unsaved={unsaved} />
    </SpaceBetween>
  );
}

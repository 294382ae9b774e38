import type { StageState } from '@aws-sdk/client-codepipeline';
import type { TableProps } from '@cloudscape-design/components/table';
import { PageLink, pagePath } from '../../parts/addresses/page-link.tsx';
import { Revisions } from '../../parts/executions/revisions.tsx';
import { triggerText } from '../../parts/executions/trigger-text.ts';
import { Status } from '../../parts/status/status.tsx';
import { Ago } from '../../parts/values/time.tsx';
import { StageStrip } from './stage-strip.tsx';
import type { Latest } from './use-pipelines.ts';

export interface Row {
  readonly name: string;
  readonly latest: Latest | undefined;
  readonly stages: readonly StageState[] | undefined;
}

const startedAt = ({ latest }: Row) => latest?.execution?.startTime?.getTime() ?? 0;

export const COLUMNS: readonly TableProps.ColumnDefinition<Row>[] = [
  {
    id: 'name',
    header: 'Pipeline',
    sortingField: 'name',
    isRowHeader: true,
    minWidth: 150,
    cell: ({ name }) => (
      <span className="anywhere">
        <PageLink to={pagePath('pipelines', name)}>{name}</PageLink>
      </span>
    ),
  },
  {
    id: 'status',
    header: 'Latest execution',
    sortingComparator: (one, other) =>
      (one.latest?.execution?.status ?? '').localeCompare(other.latest?.execution?.status ?? ''),
    cell: ({ latest }) => (latest === undefined ? '-' : <Status status={latest.execution?.status} />),
  },
  { id: 'stages', header: 'Stages', minWidth: 160, cell: ({ stages }) => <StageStrip stages={stages} /> },
  {
    id: 'revision',
    header: 'Revision',
    minWidth: 200,
    cell: ({ latest }) => <Revisions revisions={latest?.execution?.sourceRevisions} />,
  },
  { id: 'trigger', header: 'Started by', cell: ({ latest }) => triggerText(latest?.execution?.trigger) },
  {
    id: 'age',
    header: 'Started',
    sortingComparator: (one, other) => startedAt(one) - startedAt(other),
    cell: ({ latest }) => <Ago time={latest?.execution?.startTime} />,
  },
];

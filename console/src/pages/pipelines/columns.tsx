import type { TableProps } from '@cloudscape-design/components/table';
import { PageLink, pagePath } from '../../parts/page-link.tsx';
import { Revisions } from '../../parts/revisions.tsx';
import { Status } from '../../parts/status.tsx';
import { Ago } from '../../parts/time.tsx';
import { triggerText } from '../../parts/trigger-text.ts';
import { StageStrip } from './stage-strip.tsx';
import type { PipelineGlance } from './use-pipelines.ts';

export interface Row {
  readonly name: string;
  readonly glance: PipelineGlance | undefined;
}

const startedAt = ({ glance }: Row) => glance?.latest?.startTime?.getTime() ?? 0;

export const COLUMNS: readonly TableProps.ColumnDefinition<Row>[] = [
  {
    id: 'name',
    header: 'Pipeline',
    sortingField: 'name',
    isRowHeader: true,
    cell: ({ name }) => <PageLink to={pagePath('pipelines', name)}>{name}</PageLink>,
  },
  {
    id: 'status',
    header: 'Latest execution',
    sortingComparator: (one, other) =>
      (one.glance?.latest?.status ?? '').localeCompare(other.glance?.latest?.status ?? ''),
    cell: ({ glance }) => (glance === undefined ? '-' : <Status status={glance.latest?.status} />),
  },
  { id: 'stages', header: 'Stages', minWidth: 160, cell: ({ glance }) => <StageStrip glance={glance} /> },
  {
    id: 'revision',
    header: 'Revision',
    minWidth: 200,
    cell: ({ glance }) => <Revisions revisions={glance?.latest?.sourceRevisions} />,
  },
  { id: 'trigger', header: 'Started by', cell: ({ glance }) => triggerText(glance?.latest?.trigger) },
  {
    id: 'age',
    header: 'Started',
    sortingComparator: (one, other) => startedAt(one) - startedAt(other),
    cell: ({ glance }) => <Ago time={glance?.latest?.startTime} />,
  },
];

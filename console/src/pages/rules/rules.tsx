import { ListRulesCommand, type Rule } from '@aws-sdk/client-eventbridge';
import type { TableProps } from '@cloudscape-design/components/table';
import { useQuery } from '@tanstack/react-query';
import { PageLink, pagePath } from '../../parts/addresses/page-link.tsx';
import { ListPage } from '../../parts/lists/list-page.tsx';
import { Mark } from '../../parts/status/mark.tsx';
import { useEventBridge } from '../../wire/events.ts';
import { usePolling } from '../../wire/live.tsx';

const COLUMNS: readonly TableProps.ColumnDefinition<Rule>[] = [
  {
    id: 'name',
    header: 'Rule',
    sortingField: 'Name',
    isRowHeader: true,
    cell: ({ Name = '' }) => <PageLink to={pagePath('rules', Name)}>{Name}</PageLink>,
  },
  {
    id: 'state',
    header: 'State',
    cell: ({ State }) =>
      State === 'DISABLED' ? <Mark type="stopped">Disabled</Mark> : <Mark type="success">Enabled</Mark>,
  },
  { id: 'on', header: 'On', cell: ({ ScheduleExpression }) => ScheduleExpression ?? 'Events that match its pattern' },
  { id: 'description', header: 'Description', cell: ({ Description }) => Description ?? '-' },
];

export function Rules() {
  const client = useEventBridge();
  const rules = useQuery({
    queryKey: ['wire', 'rules', 'list'],
    queryFn: async () => {
      const found: Rule[] = [];
      let NextToken: string | undefined;
      do {
        const page = await client.send(new ListRulesCommand({ NextToken }));
        found.push(...(page.Rules ?? []));
        NextToken = page.NextToken;
      } while (NextToken !== undefined);
      return found;
    },
    refetchInterval: usePolling(),
  });
  return (
    <ListPage<Rule>
      title="Rules"
      noun="rule"
      advice="`aws events put-rule` and `put-targets` make one."
      rows={rules.data ?? []}
      loading={rules.isPending}
      error={rules.error}
      columns={COLUMNS}
      keyOf={({ Name = '' }) => Name}
      onRetry={() => void rules.refetch()}
    />
  );
}

import {
  DescribeRuleCommand,
  DisableRuleCommand,
  EnableRuleCommand,
  ListTargetsByRuleCommand,
} from '@aws-sdk/client-eventbridge';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import Toggle from '@cloudscape-design/components/toggle';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { PageLink } from '../../parts/addresses/page-link.tsx';
import { useDeed } from '../../parts/deeds/use-deed.ts';
import { Failure } from '../../parts/failure.tsx';
import { SectionTable } from '../../parts/lists/section-table.tsx';
import { PatternTester } from '../../parts/pattern-tester.tsx';
import { useEventBridge } from '../../wire/events.ts';

/** A rule: what it waits for, whom it tells, and a place to try its pattern. */
export function Rule() {
  const { name = '' } = useParams();
  const client = useEventBridge();
  const rule = useQuery({
    queryKey: ['wire', 'rules', name],
    queryFn: async () => {
      const [described, targets] = await Promise.all([
        client.send(new DescribeRuleCommand({ Name: name })),
        client.send(new ListTargetsByRuleCommand({ Rule: name })),
      ]);
      return { described, targets: targets.Targets ?? [] };
    },
  });
  const change = useDeed<boolean>({
    perform: (enable) =>
      client.send(enable ? new EnableRuleCommand({ Name: name }) : new DisableRuleCommand({ Name: name })),
    told: (enable) => `${name} is ${enable ? 'enabled' : 'disabled'}.`,
  });
  if (rule.isError && rule.data === undefined)
    return <Failure what={`The rule ${name}`} error={rule.error} onRetry={() => void rule.refetch()} />;
  if (rule.data === undefined) return <Spinner size="large" />;
  const { described, targets } = rule.data;
  const enabled = described.State !== 'DISABLED';
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        description={described.Description ?? <PageLink to="/rules">All rules</PageLink>}
        actions={
          <Toggle checked={enabled} disabled={change.busy} onChange={({ detail }) => change.do(detail.checked)}>
            {enabled ? 'Enabled' : 'Disabled'}
          </Toggle>
        }
      >
        {name}
      </Header>
      {described.ScheduleExpression !== undefined && (
        <Container header={<Header>Schedule</Header>}>
          <Box variant="code">{described.ScheduleExpression}</Box>
        </Container>
      )}
      <SectionTable
        rows={targets}
        keyOf={({ Id = '' }) => Id}
        label="Targets"
        title="Targets"
        empty="It tells nobody."
        columns={[
          { id: 'id', header: 'Target', isRowHeader: true, cell: ({ Id }) => Id },
          { id: 'arn', header: 'Who', cell: ({ Arn }) => <span className="anywhere">{Arn}</span> },
          {
            id: 'input',
            header: 'What it is told',
            cell: ({ Input, InputPath, InputTransformer }) =>
              InputTransformer?.InputTemplate ?? Input ?? InputPath ?? 'The event',
          },
        ]}
      />
      {described.EventPattern !== undefined && (
        <Container header={<Header>Try its pattern</Header>}>
          <PatternTester pattern={indented(described.EventPattern)} />
        </Container>
      )}
    </SpaceBetween>
  );
}

function indented(json: string): string {
  return JSON.stringify(JSON.parse(json), undefined, 2);
}

import { TestEventPatternCommand } from '@aws-sdk/client-eventbridge';
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { describeError } from '../wire/describe-error.ts';
import { useEventBridge } from '../wire/events.ts';

const SAMPLE = {
  version: '0',
  id: '00000000-0000-0000-0000-000000000000',
  'detail-type': 'CodeCommit Repository State Change',
  source: 'aws.codecommit',
  account: '000000000000',
  time: '2026-01-01T00:00:00Z',
  region: 'us-east-1',
  resources: ['arn:aws:codecommit:us-east-1:000000000000:app'],
  detail: { event: 'referenceUpdated', repositoryName: 'app', referenceType: 'branch', referenceName: 'main' },
};

interface PatternTesterProps {
  readonly pattern: string;
  readonly event?: string | undefined;
}

/** Whether an event matches a pattern, as the server sees it. */
export function PatternTester({ pattern: first, event: firstEvent }: PatternTesterProps) {
  const client = useEventBridge();
  const [pattern, setPattern] = useState(first);
  const [event, setEvent] = useState(firstEvent ?? JSON.stringify(SAMPLE, undefined, 2));
  const test = useMutation({
    mutationFn: () => client.send(new TestEventPatternCommand({ EventPattern: pattern, Event: event })),
  });
  return (
    <SpaceBetween size="m">
      <ColumnLayout columns={2}>
        <FormField label="Pattern" stretch>
          <Textarea value={pattern} rows={14} onChange={({ detail }) => setPattern(detail.value)} spellcheck={false} />
        </FormField>
        <FormField label="Event" stretch>
          <Textarea value={event} rows={14} onChange={({ detail }) => setEvent(detail.value)} spellcheck={false} />
        </FormField>
      </ColumnLayout>
      <Button loading={test.isPending} onClick={() => test.mutate()}>
        Test
      </Button>
      {test.isSuccess && (
        <Alert type={test.data.Result ? 'success' : 'info'}>
          {test.data.Result ? 'The event matches.' : 'The event does not match.'}
        </Alert>
      )}
      {test.isError && <Alert type="error">{describeError(test.error)}</Alert>}
    </SpaceBetween>
  );
}

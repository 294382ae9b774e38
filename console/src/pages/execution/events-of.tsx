import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import { useState } from 'react';
import { Failure } from '../../parts/failure.tsx';
import type { BusEvent } from '../../wire/event.ts';
import { useEvents } from './use-events.ts';

/** As many as are drawn until somebody asks for all. */
const SHOWN = 30;

/** What an execution told the bus, from its beginning. */
export function EventsOf({ name, id }: { readonly name: string; readonly id: string }) {
  const events = useEvents(name, id);
  const [all, setAll] = useState(false);
  const known = events.data ?? [];
  const shown = all ? known : known.slice(-SHOWN);
  if (events.isError && events.data === undefined)
    return <Failure what="The events" error={events.error} onRetry={() => void events.refetch()} />;
  return (
    <Container
      header={
        <Header
          counter={`(${known.length})`}
          description="As they went to the rules of the bus, the oldest first."
          actions={shown.length < known.length && <Button onClick={() => setAll(true)}>Show all {known.length}</Button>}
        >
          Events
        </Header>
      }
    >
      {events.isSuccess && known.length === 0 && <Box color="text-body-secondary">It has told nothing yet.</Box>}
      {known.length > 0 && (
        <div role="feed" aria-label="Events of the execution" aria-busy={events.isPending}>
          {shown.map((event) => (
            <article key={event.id} aria-label={wordsOf(event)}>
              <ExpandableSection headerText={wordsOf(event)} headerDescription={event.time}>
                <Box variant="pre">{JSON.stringify(event, undefined, 2)}</Box>
              </ExpandableSection>
            </article>
          ))}
        </div>
      )}
    </Container>
  );
}

/** `Action SUCCEEDED Compile`. */
function wordsOf({ 'detail-type': type, detail: { state, action, stage } }: BusEvent): string {
  const kind = type.replace(/^CodePipeline (.*) Execution State Change$/, '$1');
  const who = action ?? stage;
  return [kind, String(state), ...(typeof who === 'string' ? [who] : [])].join(' ');
}

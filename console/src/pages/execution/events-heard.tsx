import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import { useEffect, useState } from 'react';
import type { BusEvent } from '../../wire/event.ts';
import { useLive } from '../../wire/live.tsx';

const KEPT = 200;

/** The events of the execution since the page was opened: the bus keeps none. */
export function EventsHeard({ id }: { readonly id: string }) {
  const { subscribe } = useLive();
  const [events, setEvents] = useState<readonly BusEvent[]>([]);
  useEffect(
    () =>
      subscribe((event) => {
        if (event.detail['execution-id'] === id) setEvents((known) => [...known, event].slice(-KEPT));
      }),
    [subscribe, id],
  );
  return (
    <Container header={<Header description="As they come while this page is open">Events</Header>}>
      {events.length === 0 && <Box color="text-body-secondary">None has come yet.</Box>}
      {events.map((event) => (
        <ExpandableSection
          key={event.id}
          headerText={`${event['detail-type']}: ${String(event.detail.state)} ${String(event.detail.action ?? event.detail.stage ?? '')}`}
        >
          <Box variant="pre">{JSON.stringify(event, undefined, 2)}</Box>
        </ExpandableSection>
      ))}
    </Container>
  );
}

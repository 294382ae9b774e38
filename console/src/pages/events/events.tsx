import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useEffect, useState } from 'react';
import { PatternTester } from '../../parts/pattern-tester.tsx';
import type { BusEvent } from '../../wire/event.ts';
import { useLive } from '../../wire/live.tsx';

const KEPT = 500;

/** What goes over the bus, as it goes, and a place to try patterns on it. */
export function Events() {
  const { subscribe, connected } = useLive();
  const [events, setEvents] = useState<readonly BusEvent[]>([]);
  const [paused, setPaused] = useState(false);
  const [search, setSearch] = useState('');
  const [tried, setTried] = useState<BusEvent>();
  useEffect(() => {
    if (paused) return undefined;
    return subscribe((event) => setEvents((known) => [event, ...known].slice(0, KEPT)));
  }, [subscribe, paused]);
  const shown = events.filter((event) => JSON.stringify(event).toLowerCase().includes(search.toLowerCase()));
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        counter={`(${events.length})`}
        description={connected ? 'As they come while this page is open.' : 'The stream is being opened again.'}
        actions={
          <SpaceBetween size="xs" direction="horizontal">
            <Button onClick={() => setEvents([])}>Clear</Button>
            <Button onClick={() => setPaused(!paused)}>{paused ? 'Go on' : 'Pause'}</Button>
          </SpaceBetween>
        }
      >
        Events
      </Header>
      <TextFilter
        filteringText={search}
        filteringPlaceholder="Find in events"
        filteringAriaLabel="Find in events"
        countText={`${shown.length} found`}
        onChange={({ detail }) => setSearch(detail.filteringText)}
      />
      {shown.length === 0 && <Box color="text-body-secondary">None yet.</Box>}
      <div role="feed" aria-label="Events" aria-busy={false}>
        {shown.map((event) => (
          <article key={event.id} aria-label={`${event.source} ${event['detail-type']}`}>
            <ExpandableSection
              headerText={event['detail-type']}
              headerDescription={`${event.source} · ${event.time} · ${String(event.detail.state ?? event.detail.event ?? '')}`}
              headerActions={<Button onClick={() => setTried(event)}>Try a pattern</Button>}
              variant="container"
            >
              <Box variant="pre">{JSON.stringify(event, undefined, 2)}</Box>
            </ExpandableSection>
          </article>
        ))}
      </div>
      <PatternTester
        key={tried?.id ?? 'sample'}
        pattern={JSON.stringify({ source: [tried?.source ?? 'aws.codecommit'] }, undefined, 2)}
        event={tried === undefined ? undefined : JSON.stringify(tried, undefined, 2)}
      />
    </SpaceBetween>
  );
}

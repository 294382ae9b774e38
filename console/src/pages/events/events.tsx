import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useState } from 'react';
import { useInAddress } from '../../parts/addresses/use-address.ts';
import { Failure } from '../../parts/failure.tsx';
import { PatternTester } from '../../parts/pattern-tester.tsx';
import type { BusEvent } from '../../wire/event.ts';
import { useLive } from '../../wire/live.tsx';
import { eventWords } from './event-words.ts';
import { useFeed } from './use-feed.ts';

/** What goes over the bus, as it goes, and a place to try patterns on it. */
export function Events() {
  const { connected } = useLive();
  const feed = useFeed();
  const [frozen, setFrozen] = useState<readonly BusEvent[]>();
  const [cleared, setCleared] = useState<ReadonlySet<string>>(new Set());
  const [search, setSearch] = useInAddress('find');
  const [tried, setTried] = useState<BusEvent>();
  const [trying, setTrying] = useState(false);
  const tryOn = (event: BusEvent) => {
    setTried(event);
    setTrying(true);
    window.scrollTo({ top: 0 });
  };
  const events = (frozen ?? feed.events).filter(({ id }) => !cleared.has(id));
  const shown = events.filter((event) => JSON.stringify(event).toLowerCase().includes(search.toLowerCase()));
  const paused = frozen !== undefined;
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        counter={`(${events.length})`}
        description={connected ? 'The last ones, and those to come as they come.' : 'The stream is being opened again.'}
        actions={
          <SpaceBetween size="xs" direction="horizontal">
            <Button onClick={() => setCleared(new Set([...cleared, ...events.map(({ id }) => id)]))}>
              Clear events
            </Button>
            <Button onClick={() => setFrozen(paused ? undefined : feed.events)}>{paused ? 'Go on' : 'Pause'}</Button>
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
      <ExpandableSection
        variant="container"
        headerText="Try a pattern"
        expanded={trying}
        onChange={({ detail }) => setTrying(detail.expanded)}
      >
        <PatternTester
          key={tried?.id ?? 'sample'}
          pattern={JSON.stringify({ source: [tried?.source ?? 'aws.codecommit'] }, undefined, 2)}
          event={tried === undefined ? undefined : JSON.stringify(tried, undefined, 2)}
        />
      </ExpandableSection>
      {feed.isError && <Failure what="The last events" error={feed.error} onRetry={() => void feed.refetch()} />}
      {shown.length === 0 && !feed.isPending && (
        <Box color="text-body-secondary">
          {events.length === 0
            ? 'None yet: a push, a build, a release or `aws events put-events` makes some.'
            : 'None matches.'}
        </Box>
      )}
      {shown.length > 0 && (
        <div role="feed" aria-label="Events" aria-busy={feed.isPending}>
          {shown.map((event) => (
            <article key={event.id} aria-label={`${event.source} ${event['detail-type']}`}>
              <ExpandableSection
                headerText={event['detail-type']}
                headerDescription={[event.source, event.time, eventWords(event)].filter(Boolean).join(' · ')}
                headerActions={<Button onClick={() => tryOn(event)}>Try a pattern</Button>}
                variant="container"
              >
                <Box variant="pre">{JSON.stringify(event, undefined, 2)}</Box>
              </ExpandableSection>
            </article>
          ))}
        </div>
      )}
      {feed.hasNextPage && (
        <Box textAlign="center">
          <Button loading={feed.isFetchingNextPage} onClick={() => void feed.fetchNextPage()}>
            Load older ones
          </Button>
        </Box>
      )}
    </SpaceBetween>
  );
}

import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { BusEvent } from '../../wire/event.ts';
import { useLive } from '../../wire/live.tsx';
import { useWatch } from '../../wire/watch.ts';

const PAGE = 100;
/** Of those heard while the page is open. */
const KEPT = 500;

/** What went over the bus, the newest first: the last events the server has kept, and those to come as they come. */
export function useFeed() {
  const watch = useWatch();
  const { subscribe } = useLive();
  const [heard, setHeard] = useState<readonly BusEvent[]>([]);
  useEffect(() => subscribe((event) => setHeard((known) => [event, ...known].slice(0, KEPT))), [subscribe]);
  const past = useInfiniteQuery({
    queryKey: ['wire', 'feed'],
    queryFn: ({ pageParam }) => watch.listEvents({ MaxResults: PAGE, NextToken: pageParam || undefined }),
    initialPageParam: '',
    getNextPageParam: (page) => page.NextToken,
    select: ({ pages }) => pages.flatMap(({ Events }) => Events.map((text) => JSON.parse(text) as BusEvent)),
    staleTime: Number.POSITIVE_INFINITY,
  });
  // What was kept is whole; of what is too long for the stream only the envelope was heard.
  const kept = new Set(past.data?.map(({ id }) => id));
  const events = [...heard.filter(({ id }) => !kept.has(id)), ...(past.data ?? [])];
  return { ...past, events: events.sort((one, other) => other.time.localeCompare(one.time)) };
}

import Box from '@cloudscape-design/components/box';
import Checkbox from '@cloudscape-design/components/checkbox';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useInAddress } from '../addresses/use-address.ts';
import { Failure } from '../failure.tsx';
import { LogLine } from './log-line.tsx';
import { type LogPlace, useLog } from './use-log.ts';
import './log-view.css';

interface LogViewProps {
  readonly place: LogPlace;
  /** True while more is to come: then what is new is read, and followed if one wants. */
  readonly growing: boolean;
}

const LINE_PIXELS = 20;

/** A log of any length: only the lines one sees are drawn. */
export function LogView({ place, growing }: LogViewProps) {
  const log = useLog(place, growing);
  const [search, setSearch] = useInAddress('log');
  const [following, setFollowing] = useState(true);
  const scroller = useRef<HTMLDivElement>(null);
  const wanted = useDeferredValue(search.toLowerCase());
  const lines = log.data?.lines ?? [];
  const shown = useMemo(
    () =>
      lines
        .map((text, index) => ({ text, number: index + 1 }))
        .filter(({ text }) => text.toLowerCase().includes(wanted)),
    [lines, wanted],
  );
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_PIXELS,
    overscan: 20,
  });
  useEffect(() => {
    if (following && growing && shown.length > 0) rows.scrollToIndex(shown.length - 1);
  }, [following, growing, shown.length, rows]);

  if (log.isError && log.data === undefined)
    return <Failure what="The log" error={log.error} onRetry={() => void log.refetch()} />;
  return (
    <SpaceBetween size="xs">
      <SpaceBetween size="m" direction="horizontal" alignItems="center">
        <TextFilter
          filteringText={search}
          filteringPlaceholder="Find in the log"
          filteringAriaLabel="Find in the log"
          countText={`${shown.length} of ${lines.length} lines`}
          onChange={({ detail }) => setSearch(detail.filteringText)}
        />
        {growing && (
          <Checkbox checked={following} onChange={({ detail }) => setFollowing(detail.checked)}>
            Follow
          </Checkbox>
        )}
        <Box color="text-body-secondary">{lines.length} lines</Box>
      </SpaceBetween>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div ref={scroller} className="log-view" role="log" aria-label="Log" aria-live="off" tabIndex={0}>
        <div style={{ blockSize: rows.getTotalSize(), position: 'relative' }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const line = shown[index];
            return (
              line && (
                <div key={line.number} className="log-line" style={{ transform: `translateY(${start}px)` }}>
                  <span className="log-number">{line.number}</span>
                  <LogLine text={line.text} />
                </div>
              )
            );
          })}
        </div>
      </div>
    </SpaceBetween>
  );
}

import type { ActionExecutionDetail } from '@aws-sdk/client-codepipeline';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { statusWord } from '../../parts/status/status.tsx';
import { durationText, useNow } from '../../parts/values/time.tsx';
import { type Bar, timeShares } from './time-shares.ts';
import './timeline.css';

interface TimelineProps {
  readonly attempts: readonly ActionExecutionDetail[];
  onOpen(actionExecutionId: string): void;
}

/** A bar for each attempt at an action, on one scale; time that ran, that people took, and that lay between, told apart. */
export function Timeline({ attempts, onOpen }: TimelineProps) {
  const now = useNow();
  if (attempts.length === 0)
    return (
      <Container header={<Header>Timeline</Header>}>
        <Box color="text-body-secondary">No action has started yet.</Box>
      </Container>
    );
  const { bars, total, running, waiting, between } = timeShares(attempts, now);
  const words = `${durationText(total)} in all: ${durationText(running)} running, ${durationText(waiting)} waiting for approval, ${between < 1_000 ? `${Math.round(between)} ms` : durationText(between)} between the actions`;
  return (
    <Container header={<Header description={words}>Timeline</Header>}>
      <ol className="timeline">
        {bars.map((bar) => (
          <Row key={bar.id} bar={bar} total={Math.max(1, total)} onOpen={() => onOpen(bar.id)} />
        ))}
      </ol>
    </Container>
  );
}

interface RowProps {
  readonly bar: Bar;
  readonly total: number;
  onOpen(): void;
}

function Row({ bar, total, onOpen }: RowProps) {
  const { stage, action, status, start, end, waiting } = bar;
  const place = { insetInlineStart: `${(start / total) * 100}%`, inlineSize: `${((end - start) / total) * 100}%` };
  return (
    <li>
      <button type="button" className="timeline-row" onClick={onOpen}>
        <span className="timeline-name">
          {stage} / {action}
        </span>
        <span className="timeline-track">
          <span className="timeline-bar" data-status={status} data-waiting={waiting} style={place} />
        </span>
        <span className="timeline-time">
          {statusWord(status)}, {durationText(end - start)}
        </span>
      </button>
    </li>
  );
}

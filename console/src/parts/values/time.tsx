import { useEffect, useState } from 'react';

/** The time now, told anew every so many milliseconds. */
export function useNow(every = 1_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** The time in the reader's zone, which it names. */
export function timeText(time: Date): string {
  return time.toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'long' });
}

/** `3 minutes ago`, with the time itself as a tooltip. */
export function Ago({ time }: { readonly time: Date | undefined }) {
  const now = useNow(5_000);
  if (time === undefined) return <>-</>;
  const passed = time.getTime() - now;
  const [unit, size] = STEPS.find(([, milliseconds]) => Math.abs(passed) >= milliseconds) ?? ['second', 1_000];
  return (
    <time dateTime={time.toISOString()} title={timeText(time)}>
      {words.format(Math.min(0, Math.round(passed / size)), unit)}
    </time>
  );
}

/** `2 m 05 s`. */
export function durationText(milliseconds: number): string {
  const seconds = Math.max(0, milliseconds) / 1_000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} m ${pad(seconds % 60)} s`;
  return `${Math.floor(minutes / 60)} h ${pad(minutes % 60)} m`;
}

function pad(number: number): string {
  return String(Math.floor(number)).padStart(2, '0');
}

/** How long something took, or has been taking. */
export function Duration({ from, to }: { readonly from: Date | undefined; readonly to: Date | undefined }) {
  const now = useNow();
  if (from === undefined) return <>-</>;
  return <>{durationText((to?.getTime() ?? now) - from.getTime())}</>;
}

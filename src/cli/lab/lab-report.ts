import { seconds } from './lab-screen.ts';
import type { Sight } from './lab-watch.ts';

/** Where the time of an execution went: each action, and what lay between the end of one and the start of the next. */
export function timeTable({ actions }: Sight): string[] {
  const rows = actions.map(({ stage, action, started, updated }) => {
    const took = seconds(updated.getTime() - started.getTime());
    return `  ${`${stage} / ${action}`.padEnd(22)} ${took.padStart(9)}`;
  });
  return [...rows, `  ${'between the actions'.padEnd(22)} ${`${orchestration(actions)} ms`.padStart(9)}`];
}

function orchestration(actions: Sight['actions']): number {
  return actions.slice(1).reduce((sum, { started }, index) => {
    const before = actions[index]?.updated ?? started;
    return sum + Math.max(0, started.getTime() - before.getTime());
  }, 0);
}

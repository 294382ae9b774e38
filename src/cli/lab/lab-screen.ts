import { stripVTControlCharacters, styleText } from 'node:util';
import { createLogUpdate } from 'log-update';
import type { Sight, WatchedAction } from './lab-watch.ts';

/** Where the lab tells what happens: a live picture in a terminal, plain lines elsewhere. */
export interface LabScreen {
  /** A step of the lab itself, with what it took. */
  step<T>(what: string, deed: () => Promise<T>): Promise<T>;
  say(text: string): void;
  show(sight: Sight): void;
  /** The picture stays as it is; what follows is written below it. */
  settle(): void;
}

export function labScreen(out: NodeJS.WriteStream): LabScreen {
  return out.isTTY ? livePicture(out) : plainLines((text) => out.write(`${text}\n`));
}

export function plainLines(write: (text: string) => void): LabScreen {
  const told = new Map<string, string>();
  return {
    step: async (what, deed) => {
      const began = Date.now();
      const result = await deed();
      write(`${what} (${seconds(Date.now() - began)})`);
      return result;
    },
    say: write,
    show: (sight) => {
      for (const line of sight.lines) write(`    | ${line}`);
      for (const action of sight.actions) {
        const key = `${action.stage}/${action.action}/${action.started.getTime()}`;
        if (told.get(key) === action.status) continue;
        told.set(key, action.status);
        write(`  ${sentence(action)}`);
      }
    },
    settle: () => told.clear(),
  };
}

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'] as const;
const LOG_LINES = 6;

function livePicture(out: NodeJS.WriteStream): LabScreen {
  const update = createLogUpdate(out);
  let tail: string[] = [];
  let frame = 0;
  const picture = ({ actions, status }: Sight): string => {
    frame += 1;
    const spinner = FRAMES[frame % FRAMES.length] ?? '';
    const rows = actions.map((action) => `  ${mark(action, spinner)} ${row(action)}`);
    const log =
      status === 'InProgress' ? tail.slice(-LOG_LINES).map((line) => styleText('dim', `    │ ${cut(line, out)}`)) : [];
    return [...rows, ...log].join('\n');
  };
  return {
    step: async (what, deed) => {
      const began = Date.now();
      const spin = setInterval(() => {
        frame += 1;
        update(`${FRAMES[frame % FRAMES.length]} ${what}`);
      }, 80);
      try {
        const result = await deed();
        update(`${styleText('green', '✔')} ${what} ${styleText('dim', seconds(Date.now() - began))}`);
        return result;
      } finally {
        clearInterval(spin);
        update.done();
      }
    },
    say: (text) => {
      update.clear();
      out.write(`${text}\n`);
    },
    show: (sight) => {
      tail = [...tail, ...sight.lines].slice(-LOG_LINES);
      update(picture(sight));
    },
    settle: () => {
      tail = [];
      update.done();
    },
  };
}

function mark({ status }: WatchedAction, spinner: string): string {
  if (status === 'InProgress') return styleText('cyan', spinner);
  return status === 'Succeeded' ? styleText('green', '✔') : styleText('red', '✖');
}

function row(action: WatchedAction): string {
  const end = action.status === 'InProgress' ? Date.now() : action.updated.getTime();
  const elapsed = seconds(Math.max(0, end - action.started.getTime()));
  const [firstLine = ''] = (action.detail ?? '').split('\n');
  return `${action.stage.padEnd(8)} ${action.action.padEnd(8)} ${styleText('dim', elapsed.padStart(8))}  ${styleText('dim', firstLine.slice(0, 60))}`;
}

function sentence(action: WatchedAction): string {
  const name = `${action.stage} / ${action.action}`;
  if (action.status === 'InProgress') return `${name} started`;
  const took = seconds(action.updated.getTime() - action.started.getTime());
  const why = action.status === 'Succeeded' || action.detail === undefined ? '' : `: ${action.detail}`;
  return `${name} ${action.status.toLowerCase()} after ${took}${why}`;
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 2 : 1)} s`;
}

/** Lines of a build are somebody else's: nothing in them may move the cursor. */
function cut(line: string, out: NodeJS.WriteStream): string {
  return stripVTControlCharacters(line)
    .replaceAll(/[\r\t]/g, ' ')
    .slice(0, Math.max(20, (out.columns ?? 80) - 8));
}

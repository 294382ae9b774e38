import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { REGION } from './server.ts';

/** Debian's Chromium, or another at `CHROMIUM`; undefined where there is none. */
export const CHROMIUM = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
);

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export function openBrowser(): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error('There is no Chromium here');
  refuseStaleConsole();
  return chromium.launch({ executablePath: CHROMIUM, args: QUIET });
}

const CONSOLE = fileURLToPath(new URL('../../console', import.meta.url));

/** The browser is served what was built: tests of pages that have changed since would fail for reasons that are nowhere to be seen. */
function refuseStaleConsole(): void {
  const built = statSync(join(CONSOLE, 'dist/index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = readdirSync(join(CONSOLE, 'src'), { recursive: true, encoding: 'utf8' });
  const newer = sources.find((name) => statSync(join(CONSOLE, 'src', name)).mtimeMs > built);
  if (newer !== undefined) throw new Error(`console/src/${newer} is newer than what is served: npm run build`);
}

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
}

export interface Visitor {
  readonly page: Page;
  /** Errors of the page's scripts, of its policy, and requests that left the origin. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** A person with a browser of their own, at a page of the console. */
export async function visit(
  browser: Browser,
  endpoint: string,
  path: string,
  { width = 1280, height = 900, dark = false }: Look = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  // Shorter than a test may take, so that the test says what it waited for.
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) complaints.push(message.text());
  });
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && new URL(request.url()).origin !== endpoint)
      complaints.push(`A request left the origin: ${request.url()}`);
  });
  await page.goto(addressOf(endpoint, path));
  return { page, complaints, close: () => context.close() };
}

function addressOf(endpoint: string, path: string): string {
  const address = new URL(`/console${path}`, endpoint);
  if (!address.searchParams.has('region')) address.searchParams.set('region', REGION);
  return address.href;
}

/** The pages that the tests of a file share one after the other: a person with a cold browser is slow to make. */
export interface SharedPages {
  /** A page of its own until `release`, at that path. */
  open(path: string, look?: Look): Promise<Page>;
  /** After a test: frees its pages for the next, and answers what they complained of. */
  release(): string[];
}

export function sharedPages(browser: Browser, endpoint: string): SharedPages {
  const busy: { readonly look: string; readonly visitor: Visitor }[] = [];
  const free: typeof busy = [];
  return {
    open: async (path, look = {}) => {
      const key = JSON.stringify(look);
      const index = free.findIndex((known) => known.look === key);
      const [known] = index < 0 ? [] : free.splice(index, 1);
      const visitor = known?.visitor ?? (await visit(browser, endpoint, path, look));
      busy.push({ look: key, visitor });
      if (known !== undefined) await visitor.page.goto(addressOf(endpoint, path));
      return visitor.page;
    },
    release: () => {
      const complaints = busy.flatMap(({ visitor }) => visitor.complaints);
      free.push(...busy.splice(0));
      return complaints;
    },
  };
}

/** Serious and critical findings of axe-core on the page as it stands, in words; of some rules only, when they are named. */
export async function barriers(page: Page, rules?: readonly string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules === undefined ? axe : axe.withRules([...rules])).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
}

/** How long a page may take to follow its window's size. */
const FITTING_MS = 3_000;

/** By how many pixels the page is wider than the window, and stays so. */
export async function overflow(page: Page): Promise<number> {
  const wide = () => page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
  const deadline = Date.now() + FITTING_MS;
  // Not the page's own waiting (waitForFunction): the console's Content-Security-Policy forbids what that looks with a second time.
  while ((await wide()) > 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
  return Math.max(0, await wide());
}

interface LookedAt extends Required<Omit<Look, 'height'>> {
  /** The only rules of axe that can find more than was found before; all of them without. */
  readonly rules?: readonly string[];
}

/** The rules of axe that look at colours; all others find the same in dark as in light, and cost a second a page. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** Dark differs from light in its colours, and small from wide in what is there: together they show all that four looks would. */
const LOOKS: readonly LookedAt[] = [
  { width: 1280, dark: false },
  { width: 1280, dark: true, rules: OF_COLOURS },
  { width: 390, dark: true },
];

/** What is wrong with the page in light and in dark, at 1280 and at 390 pixels; it is left as it was found. */
export async function wrongInAnyLook(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  const wrong: string[] = [];
  for (const { width, dark, rules } of LOOKS) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
    const name = `${width} ${dark ? 'dark' : 'light'}`;
    wrong.push(...(await barriers(page, rules)).map((words) => `${name}: ${words}`));
    const pixels = await overflow(page);
    if (pixels > 0) wrong.push(`${name}: wider than the window by ${pixels} pixels`);
  }
  await page.emulateMedia({ colorScheme: null });
  if (before !== null) await page.setViewportSize(before);
  return wrong;
}

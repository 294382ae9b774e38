import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type LabClients, labClients } from './lab-clients.ts';
import { clone, commitAndPush } from './lab-git.ts';
import { type LabInstance, startInstances } from './lab-instances.ts';
import { KEY, LabError, labPlace, NAMES, REGION } from './lab-place.ts';
import { timeTable } from './lab-report.ts';
import { createResources } from './lab-resources.ts';
import { type LabScreen, labScreen, seconds } from './lab-screen.ts';
import { type LabServer, startLabServer } from './lab-server.ts';
import { nextExecution, type Sight, watchExecution } from './lab-watch.ts';

export interface LabOptions {
  readonly port?: string | undefined;
  /** Kept afterwards; without it a temporary directory, removed at the end. */
  readonly directory?: string | undefined;
  readonly database?: string | undefined;
  /** Ends after the first delivery, as it does where there is no terminal. */
  readonly once?: boolean | undefined;
  /** Serves on after the first delivery even where there is no terminal. */
  readonly stay?: boolean | undefined;
}

const START_SECONDS = 30;

/** A whole delivery, from `git push` to the page, on this machine. */
export async function lab(options: LabOptions): Promise<void> {
  const screen = labScreen(process.stdout);
  const closing: (() => Promise<void>)[] = [];
  const interrupted = interruption();
  try {
    await Promise.race([deliver(options, screen, closing), interrupted.promise]);
  } finally {
    screen.settle();
    for (const close of closing.reverse()) await close();
    interrupted.forget();
  }
}

async function deliver(options: LabOptions, screen: LabScreen, closing: (() => Promise<void>)[]): Promise<void> {
  const began = Date.now();
  const place = labPlace(await emptyDirectory(options.directory, closing));
  screen.say(
    `The lab lives in ${place.directory}. Builds run as plain processes here: fine for code you trust, see \`velocius doctor\` for more.`,
  );
  const server = await screen.step('Started a server', () =>
    startLabServer(place, {
      port: options.port ?? '4566',
      database: options.database,
      onRestart: () => screen.say('The server has died. It is started again and carries on.'),
    }),
  );
  closing.push(() => server.stop());
  const clients = labClients(server.endpoint);
  const { account, cloneUrl } = await screen.step(
    'Created bucket, repository, project, servers, pipeline and rule',
    () => createResources(clients),
  );
  const instances = await screen.step('Started two servers with an agent each', () =>
    startInstances(place, server.endpoint, account),
  );
  closing.push(async () => void (await Promise.all(instances.map((instance) => instance.stop()))));
  const known = await screen.step('Watched the pipeline find an empty repository', () => firstExecution(clients));
  await screen.step(`Cloned ${cloneUrl}`, () => clone(place, cloneUrl, server.endpoint));
  const commit = await screen.step('Committed a web page with a test, and pushed it', () => commitAndPush(place));
  const execution = await screen.step('The push started the pipeline', () =>
    nextExecution(clients, known, START_SECONDS),
  );
  const sight = await watchExecution(clients, execution, screen.show);
  screen.settle();
  if (sight.status !== 'Succeeded') throw new LabError(reasonOf(sight));
  for (const instance of instances) await verify(instance, commit);
  screen.say(report({ instances, commit, sight, began }));
  if (options.once || !(options.stay || process.stdout.isTTY)) return;
  screen.say(whatNext({ server, clone: place.clone }));
  await serveOn(clients, screen, new Set([...known, execution]), instances);
}

/** A new pipeline runs at once, as on AWS, and fails: there is nothing in the repository yet. */
async function firstExecution(clients: LabClients): Promise<Set<string>> {
  const id = await nextExecution(clients, new Set(), START_SECONDS);
  await watchExecution(clients, id, () => {});
  return new Set([id]);
}

async function verify({ url, name }: LabInstance, commit: string): Promise<void> {
  const response = await fetch(url).catch((error: unknown) => {
    throw new LabError(`The page of ${name} does not answer at ${url}: ${String(error)}`);
  });
  const page = await response.text();
  if (!response.ok || !page.includes(commit))
    throw new LabError(`The page of ${name} at ${url} does not show commit ${commit}`);
}

function reasonOf({ status, actions }: Sight): string {
  const failed = actions.find((action) => action.status === 'Failed');
  const where =
    failed === undefined ? '' : `: ${failed.stage} / ${failed.action}: ${failed.detail ?? 'no reason given'}`;
  return `The pipeline ended ${status}${where}`;
}

interface Delivered {
  readonly instances: readonly LabInstance[];
  readonly commit: string;
  readonly sight: Sight;
  readonly began: number;
}

function report({ instances, commit, sight, began }: Delivered): string {
  return [
    '',
    `Commit ${commit} is deployed:`,
    ...instances.map(({ name, url }) => `  ${name}  ${url}`),
    '',
    'Where the time went:',
    ...timeTable(sight),
    `  ${'the lab as a whole'.padEnd(22)} ${seconds(Date.now() - began).padStart(9)}`,
  ].join('\n');
}

function whatNext({ server, clone: directory }: { readonly server: LabServer; readonly clone: string }): string {
  return [
    '',
    'Go on with it, in another terminal:',
    `  export AWS_ENDPOINT_URL=${server.endpoint} AWS_ACCESS_KEY_ID=${KEY.accessKeyId} AWS_SECRET_ACCESS_KEY=${KEY.secretAccessKey} AWS_DEFAULT_REGION=${REGION}`,
    `  cd ${directory}`,
    '  edit site.json, then: git commit -am "Another title" && git push',
    `  aws codepipeline get-pipeline-state --name ${NAMES.pipeline}`,
    `  aws logs tail /aws/codebuild/${NAMES.project} --follow`,
    `  kill -9 ${server.pid()}   # the server, in mid-run: it is started again and carries on`,
    '',
    'Deliveries are shown and approved here as they come. Ctrl-C ends the lab.',
    '',
  ].join('\n');
}

async function serveOn(
  clients: LabClients,
  screen: LabScreen,
  known: Set<string>,
  instances: readonly LabInstance[],
): Promise<never> {
  for (;;) {
    const execution = await nextExecution(clients, known, Number.POSITIVE_INFINITY);
    known.add(execution);
    const sight = await watchExecution(clients, execution, screen.show);
    screen.settle();
    screen.say(
      sight.status === 'Succeeded' ? `Deployed: ${instances.map(({ url }) => url).join(' ')}` : reasonOf(sight),
    );
  }
}

async function emptyDirectory(directory: string | undefined, closing: (() => Promise<void>)[]): Promise<string> {
  if (directory === undefined) {
    const temporary = await mkdtemp(join(tmpdir(), 'velocius-lab-'));
    closing.push(() => rm(temporary, { recursive: true, force: true, maxRetries: 5 }));
    return temporary;
  }
  const chosen = resolve(directory);
  if (existsSync(chosen) && (await readdir(chosen)).length > 0) {
    throw new LabError(`${chosen} is not empty: the lab starts from nothing, give it another --directory`);
  }
  await mkdir(chosen, { recursive: true });
  return chosen;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Ctrl-C, a closed terminal and a polite kill end the lab in order: agents, pages and the server go with it. */
function interruption(): { readonly promise: Promise<void>; readonly forget: () => void } {
  const { promise, resolve: interrupt } = Promise.withResolvers<void>();
  let asked = false;
  const stop = (): void => {
    if (asked) process.exit(130);
    asked = true;
    interrupt();
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  return {
    promise,
    forget: () => {
      for (const signal of SIGNALS) process.off(signal, stop);
    },
  };
}

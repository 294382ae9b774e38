import { fileURLToPath } from 'node:url';
import type { Config } from '../config.ts';
import { consoleEdge } from '../console/console-edge.ts';
import { deliveryEdge } from '../deliveries/delivery-edge.ts';
import { gitDeliveries } from '../deliveries/git-deliveries.ts';
import { createLiveEvents } from '../events/live-events.ts';
import type { Edge } from '../gateway/http.ts';
import type { Keys } from '../gateway/signature/authenticate.ts';
import { GIT_DELIVERY_PATH, WEBHOOK_PATH } from '../kernel/delivery-paths.ts';
import type { AnyService } from '../kernel/operation.ts';
import { createCodeDeployCommands } from '../services/codedeploy-commands/index.ts';
import type { CodePipeline } from '../services/codepipeline/index.ts';
import { createConnectionSetupService } from '../services/connection-setup/index.ts';
import { createEventBridge, type EventBridge } from '../services/events/index.ts';
import { createSts } from '../services/sts/index.ts';
import { createWatch } from '../services/watch/index.ts';
import { type Base, type Ground, type Outside, wireBase } from './ground.ts';
import { wirePipelines } from './pipelines.ts';
import { type Workshop, wireWorkshop } from './workshop.ts';

const CONSOLE_DIRECTORY = fileURLToPath(new URL('../../console/dist', import.meta.url));

/** The rooms of one server, before its port is open. */
export interface House {
  readonly keys: Keys;
  readonly services: readonly AnyService[];
  readonly s3: AnyService;
  readonly edges: readonly Edge[];
  /** The rooms are reached under this base URL from now on. */
  open(endpoint: string): Promise<void>;
  /** Ends what the rooms have under way outside this process. */
  close(): void;
}

/** Everything that answers at the port. */
interface Rooms extends Workshop {
  readonly codepipeline: CodePipeline;
  readonly eventbridge: EventBridge;
}

/** Wires all rooms together. */
export function wire(config: Config, outside: Outside, ground: Ground): House {
  let endpoint = '';
  const site = { config, endpoint: () => endpoint };
  const base = wireBase(config, ground);
  const workshop = wireWorkshop(site, base, outside.deploymentTimeouts);
  const { codepipeline, imageBuilds } = wirePipelines(site, base, workshop, outside);
  const { codecommit, codebuild, codedeploy, logs, sns, s3, remotes } = workshop;
  const targets = [codepipeline, codebuild, logs, sns].map(({ ruleTarget }) => ruleTarget);
  const eventbridge = createEventBridge({ ...base.rooms, targets: [...targets, ...(outside.ruleTargets ?? [])] });

  const { worker } = ground;
  for (const { workHandlers } of [codepipeline, codecommit, logs, codebuild, codedeploy, eventbridge, sns]) {
    for (const [kind, handler] of Object.entries(workHandlers)) worker.handle(kind, handler);
  }
  for (const [name, reader] of Object.entries(eventbridge.queueReaders)) worker.readQueue(name, reader);

  const rooms = { ...workshop, codepipeline, eventbridge };
  return {
    keys: base.keys,
    services: servicesOf(config, base, rooms),
    s3: s3.service,
    edges: edgesOf(config, base, rooms),
    open: async (at) => {
      endpoint = at;
      await codepipeline.start();
    },
    close: () => {
      remotes.close();
      imageBuilds.close();
    },
  };
}

/** All but S3, which has a protocol of its own. */
function servicesOf(config: Config, { keys, rooms }: Base, house: Rooms): readonly AnyService[] {
  const { codeconnections, codedeploy } = house;
  return [
    house.codepipeline.service,
    house.codecommit.service,
    ...codeconnections.services,
    createConnectionSetupService({ setup: codeconnections.setup, publicUrl: config.publicUrl }),
    house.codebuild.service,
    codedeploy.service,
    ...createCodeDeployCommands({ ...rooms, commands: codedeploy.commands }),
    house.eventbridge.service,
    house.logs.service,
    house.sns.service,
    createSts({ clock: rooms.clock, credentials: keys }),
    createWatch({ database: rooms.database, agents: codedeploy.agents }),
  ];
}

/** What else the port serves: git, webhooks, the console. */
function edgesOf(config: Config, { keys, gitEvents, rooms }: Base, house: Rooms): readonly Edge[] {
  const deliveries = gitDeliveries({ connections: house.codeconnections.connections, events: gitEvents });
  return [
    house.codecommit.git,
    house.sns.certificate,
    deliveryEdge('webhooks', WEBHOOK_PATH, house.codepipeline.webhooks),
    deliveryEdge('git hosts', GIT_DELIVERY_PATH, deliveries),
    consoleEdge({
      keys,
      clock: rooms.clock,
      directory: CONSOLE_DIRECTORY,
      live: createLiveEvents(rooms.database),
      account: config.account,
      defaultKey: config.rootKey === undefined,
    }),
  ];
}

import type { JsonOperation } from './aws-stand-in.ts';

/** One service with one task definition, whose deployments end as a test tells. */
export interface StandInEcs {
  readonly operations: Readonly<Record<string, JsonOperation>>;
  /** Images of the containers of each revision, the oldest first. */
  readonly revisions: readonly Readonly<Record<string, string>>[];
  /** Whether the service was told to run another revision, and does not yet. */
  isRolling(): boolean;
  /** The service runs what it was told to, or its deployment fails. */
  settle(outcome: 'stable' | 'failed'): void;
}

interface Container {
  readonly name: string;
  readonly image: string;
}

interface Definition {
  readonly family: string;
  readonly containerDefinitions: readonly Container[];
}

const TARGET = 'AmazonEC2ContainerServiceV20141113';

export function standInEcs(): StandInEcs {
  const definitions: Definition[] = [
    {
      family: 'web',
      containerDefinitions: [
        { name: 'app', image: 'app:1' },
        { name: 'proxy', image: 'proxy:1' },
      ],
    },
  ];
  const arnOf = (index: number) => `arn:aws:ecs:eu-west-1:123456789012:task-definition/web:${index + 1}`;
  let current = 0;
  let state: 'stable' | 'rolling' | 'failed' = 'stable';
  const service = () => ({
    serviceName: 'web',
    status: 'ACTIVE',
    taskDefinition: arnOf(current),
    desiredCount: 2,
    runningCount: 2,
    deployments: [
      {
        id: `ecs-svc/${current}`,
        status: 'PRIMARY',
        taskDefinition: arnOf(current),
        rolloutState: { stable: 'COMPLETED', rolling: 'IN_PROGRESS', failed: 'FAILED' }[state],
        rolloutStateReason: state === 'failed' ? 'tasks failed to start' : 'in order',
      },
      ...(state === 'rolling' ? [{ id: 'ecs-svc/old', status: 'ACTIVE', taskDefinition: 'old' }] : []),
    ],
  });
  return {
    operations: {
      [`${TARGET}.DescribeServices`]: ({ services }) =>
        (services as string[])[0] === 'web'
          ? { services: [service()], failures: [] }
          : { services: [], failures: [{ reason: 'MISSING' }] },
      [`${TARGET}.DescribeTaskDefinition`]: () => ({
        taskDefinition: {
          ...definitions[current],
          taskDefinitionArn: arnOf(current),
          revision: current + 1,
          status: 'ACTIVE',
        },
        tags: [],
      }),
      [`${TARGET}.RegisterTaskDefinition`]: (input) => {
        if ('taskDefinitionArn' in input || 'status' in input) throw new Error('A revision cannot be told its ARN');
        definitions.push(input as unknown as Definition);
        return { taskDefinition: { ...input, taskDefinitionArn: arnOf(definitions.length - 1) } };
      },
      [`${TARGET}.UpdateService`]: ({ taskDefinition }) => {
        current = definitions.findIndex((_, index) => arnOf(index) === taskDefinition);
        state = 'rolling';
        return { service: service() };
      },
    },
    get revisions() {
      return definitions.map(({ containerDefinitions }) =>
        Object.fromEntries(containerDefinitions.map(({ name, image }) => [name, image])),
      );
    },
    isRolling: () => state === 'rolling',
    settle: (outcome) => {
      state = outcome;
    },
  };
}

import type { Model } from '../src/kernel/model.ts';

export interface ParityService {
  readonly service: string;
  readonly model: Model;
  /** Names of the operations that have a row in the service's table. */
  readonly answered: ReadonlySet<string>;
}

const INTRODUCTION = `# Which operations answer

Written from the services' tables and AWS's models by \`npm run generate\`. What has no row here yet is answered
\`NotImplementedException\` with its name, never with a made-up success. Known differences of the operations that do answer
stand at the top of their files under \`Gaps:\`.
`;

/** Every operation of every model, and whether it answers. */
export function generateParity(services: readonly ParityService[]): string {
  const counts = services.map(({ service, model, answered }) => {
    const all = operationsOf(model);
    return `| [${service}](#${service}) | ${all.filter((name) => answered.has(name)).length} | ${all.length} |`;
  });
  const table = ['| service | answered | operations |', '| --- | ---: | ---: |', ...counts].join('\n');
  return [INTRODUCTION, `${table}\n`, ...services.map(section)].join('\n');
}

function section({ service, model, answered }: ParityService): string {
  const unknown = [...answered].filter((name) => !Object.hasOwn(model.operations, name));
  if (unknown.length > 0) throw new Error(`${service} answers what its model does not have: ${unknown.join(', ')}`);
  const rows = operationsOf(model).map((name) => `| ${name} | ${answered.has(name) ? 'yes' : ''} |`);
  return [`## ${service}\n`, '| operation | answers |', '| --- | --- |', ...rows, ''].join('\n');
}

function operationsOf(model: Model): string[] {
  return Object.keys(model.operations).sort();
}

import * as sdk from '@aws-sdk/client-codepipeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dummyProvider } from '../../../harness/dummy-provider.ts';
import { startTestServer, type TestServer } from '../../../harness/server.ts';
import { IMPOSSIBLE } from './impossible.ts';
import { DECLARED } from './model-errors.ts';
import { type Provocations, provocations } from './provocations.ts';
import { bringAbout } from './situation.ts';

/** Commands of the SDK by the name of their operation: a table cannot name each by its type. */
const COMMANDS = sdk as unknown as Readonly<Record<string, new (input: object) => sdk.ListPipelinesCommand>>;
const isPossible = ([operation, error]: (typeof DECLARED)[number]) => IMPOSSIBLE[operation]?.[error] === undefined;

// What the wire says is the same on every database.
describe('the errors that the model declares', () => {
  let server: TestServer;
  let asked: Provocations;
  beforeAll(async () => {
    const { providers } = dummyProvider();
    server = await startTestServer('sqlite', { maxPolledPipelines: 1 }, { providers });
    asked = provocations(await bringAbout(server.codepipeline));
  }, 60_000);
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });

  it.each(DECLARED.filter(isPossible))('%s answers %s', async (operation, error) => {
    const [Command, input] = [COMMANDS[`${operation}Command`], asked[operation]?.[error]];
    if (Command === undefined || input === undefined) throw new Error(`Nobody provokes ${error} of ${operation}`);
    await expect(server.codepipeline.send(new Command(input))).rejects.toMatchObject({
      name: error,
      $metadata: { httpStatusCode: 400 },
    });
  });

  it('are the only ones that are provoked, or told to be impossible', () => {
    const named = (table: Readonly<Record<string, object>>) =>
      Object.entries(table).flatMap(([operation, errors]) => Object.keys(errors).map((name) => `${operation} ${name}`));
    const declared = DECLARED.map(([operation, error]) => `${operation} ${error}`);
    expect([...named(asked), ...named(IMPOSSIBLE)].sort()).toEqual(declared.sort());
  });
});

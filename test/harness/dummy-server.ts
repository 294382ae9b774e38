import type { CodePipelineClient } from '@aws-sdk/client-codepipeline';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Config } from '../../src/config.ts';
import type { Dialect } from './databases.ts';
import { type Dummy, dummyProvider } from './dummy-provider.ts';
import { type DummyRule, dummyRule } from './dummy-rule.ts';
import { startTestServer, type TestServer } from './server.ts';

/** A server whose actions and rules do as they are told. */
export interface DummyServer {
  readonly dummy: Dummy;
  readonly rules: DummyRule;
  server(): TestServer;
  client(): CodePipelineClient;
  /** Server and clients come to live later. */
  pass(milliseconds: number): void;
}

/** Runs for the tests of the `describe` it is called in, and must have logged no error when they are over. */
export function dummyServer(dialect: Dialect, settings: Partial<Config> = {}): DummyServer {
  let ahead = 0;
  const clock = { now: () => Date.now() + ahead };
  const dummy = dummyProvider(clock.now);
  const rules = dummyRule(clock.now);
  let running: TestServer | undefined;
  const server = () => {
    if (running === undefined) throw new Error('The server has not been started yet');
    return running;
  };
  beforeAll(async () => {
    running = await startTestServer(dialect, settings, { providers: dummy.providers, rules: [rules.provider], clock });
  });
  afterAll(async () => {
    await server().close();
    expect(server().errors).toEqual([]);
  });
  return {
    dummy,
    rules,
    server,
    client: () => server().codepipeline,
    pass: (milliseconds) => {
      ahead += milliseconds;
      const { codepipeline, codecommit, codebuild, events, s3, sns } = server();
      for (const { config } of [codepipeline, codecommit, codebuild, events, s3, sns]) config.systemClockOffset = ahead;
    },
  };
}

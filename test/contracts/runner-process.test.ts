import { expect, test } from 'vitest';
import { makeBench } from './runner-bench.ts';
import { runnerContract } from './runner-contract.ts';

const bench = runnerContract(() => makeBench('process', 'aws/codebuild/standard:7.0', { path: process.env.PATH }));

test('an image of the customer is refused by name, never quietly ignored', async () => {
  await expect(bench().open({ image: 'ruby:3' })).rejects.toMatchObject({
    code: 'BUILD_CONTAINER_UNABLE_TO_PULL_IMAGE',
    message: expect.stringContaining('ruby:3'),
  });
});

test('privileged mode is refused', async () => {
  await expect(bench().open({ privileged: true })).rejects.toMatchObject({ code: 'PRIVILEGED_MODE_UNAVAILABLE' });
});

test('the notes say that nothing is isolated', async () => {
  const { sandbox } = await bench().open();
  expect(sandbox.notes.join('\n')).toContain('NOT isolated');
});

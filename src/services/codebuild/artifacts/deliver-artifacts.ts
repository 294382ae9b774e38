import { join } from 'node:path';
import { locationArn } from '../artifact-location.ts';
import { Evaluation } from '../attempt/evaluation.ts';
import type { Performance } from '../attempt/performance.ts';
import type { Ready } from '../attempt/provision.ts';
import type { BuildProgress } from '../build-facts.ts';
import type { ArtifactsSpec } from '../buildspec/buildspec.ts';
import { buildArn, uuidOf } from '../names.ts';
import type { BuildArtifacts } from '../shapes.ts';
import { PRIMARY_DIRECTORY } from '../sources/fetch-sources.ts';
import { gatherFiles } from './artifact-files.ts';
import { type Delivery, deliveriesOf } from './deliveries.ts';
import { upload } from './upload.ts';

/** UPLOAD_ARTIFACTS. Nothing of the build runs any more while its files are looked at. */
export async function deliverArtifacts(performance: Performance, ready: Ready): Promise<object> {
  const { walk, belongings, interruption } = performance;
  const deliveries = await prepare(performance, ready);
  if (deliveries.length === 0) return {};
  await ready.sandbox.collect();
  await ready.sandbox.close();
  belongings.sandbox = undefined;
  for (const delivery of deliveries) {
    interruption.signal.throwIfAborted();
    const delivered = await deliver(performance, ready, delivery);
    walk.learn((progress) => withDelivered(progress, delivery, delivered));
  }
  return {};
}

/** Says the exported variables, and evaluates the texts of the blocks where the last command ended. */
async function prepare({ facts, row, walk }: Performance, ready: Ready): Promise<readonly Delivery[]> {
  const { buildspec, shell } = ready;
  const evaluation = new Evaluation(buildspec.exportedVariables);
  if (buildspec.exportedVariables.length > 0) {
    await evaluation.run(shell, []);
    walk.learn(() => ({ exportedVariables: evaluation.variables }));
  }
  const deliveries = deliveriesOf(facts, buildspec, uuidOf(row.id));
  await evaluation.run(
    shell,
    deliveries.flatMap(({ spec }) => textsOf(spec)),
  );
  return deliveries.map((delivery) => ({ ...delivery, spec: evaluated(delivery.spec, (text) => evaluation.of(text)) }));
}

function textsOf({ files, excludePaths, name, baseDirectory, s3Prefix }: ArtifactsSpec): readonly string[] {
  return [...files, ...excludePaths, ...[name, baseDirectory, s3Prefix].filter((text) => text !== undefined)];
}

function evaluated(spec: ArtifactsSpec, of: (text: string) => string): ArtifactsSpec {
  const { name, baseDirectory, s3Prefix } = spec;
  return {
    ...spec,
    files: spec.files.map(of),
    excludePaths: spec.excludePaths.map(of),
    name: name && of(name),
    baseDirectory: baseDirectory && of(baseDirectory),
    s3Prefix: s3Prefix && of(s3Prefix),
  };
}

async function deliver({ rooms, row, log }: Performance, ready: Ready, delivery: Delivery): Promise<BuildArtifacts> {
  const { inside, outside } = ready.directories;
  const files = await gatherFiles({
    inside,
    seenAs: ready.sandbox.directory,
    source: join(inside, PRIMARY_DIRECTORY),
    spec: delivery.spec,
    say: (line) => log.say(line),
  });
  const location = delivery.locate(delivery.spec);
  const owner = { account: row.account, region: row.region, arn: buildArn(row, row.id) };
  const sums = await upload(rooms.objects, { owner, files, location, outside, ...delivery });
  return { location: locationArn(location), ...sums };
}

function withDelivered(
  progress: BuildProgress,
  { identifier }: Delivery,
  delivered: BuildArtifacts,
): Partial<BuildProgress> {
  if (identifier === undefined) return { artifacts: { ...progress.artifacts, ...delivered } };
  return {
    secondaryArtifacts: progress.secondaryArtifacts.map((artifacts) =>
      artifacts.artifactIdentifier === identifier ? { ...artifacts, ...delivered } : artifacts,
    ),
  };
}

import { availableParallelism, totalmem } from 'node:os';
import { PhaseFailure } from '../phase-failure.ts';
import type { ComputeType, ProjectEnvironment } from '../shapes.ts';

const GIB = 1024;

/** Processors and memory of AWS's compute types. */
const SIZES: Readonly<Partial<Record<ComputeType, readonly [cpus: number, gibibytes: number]>>> = {
  BUILD_GENERAL1_SMALL: [2, 4],
  BUILD_GENERAL1_MEDIUM: [4, 8],
  BUILD_GENERAL1_LARGE: [8, 16],
  BUILD_GENERAL1_XLARGE: [36, 72],
  BUILD_GENERAL1_2XLARGE: [72, 144],
  BUILD_LAMBDA_1GB: [2, 1],
  BUILD_LAMBDA_2GB: [2, 2],
  BUILD_LAMBDA_4GB: [2, 4],
  BUILD_LAMBDA_8GB: [4, 8],
  BUILD_LAMBDA_10GB: [4, 10],
};
const PIDS = 8192;

/** What a build may use: its compute type, as far as this machine has it. */
export function limitsOf({ computeType }: ProjectEnvironment): {
  readonly cpus: number;
  readonly memoryMiB: number;
  readonly pids: number;
} {
  const [cpus, gibibytes] = SIZES[computeType] ?? [2, 4];
  return {
    cpus: Math.min(cpus, availableParallelism()),
    memoryMiB: Math.min(gibibytes * GIB, Math.floor(totalmem() / 1024 ** 2)),
    pids: PIDS,
  };
}

/** Builds run on Linux or whatever the server runs on. */
export function checkMachine({ type, fleet }: ProjectEnvironment): void {
  const other = type.startsWith('WINDOWS') || type === 'MAC_ARM';
  if (other) throw new PhaseFailure('CLIENT_ERROR', `The environment type ${type} is not implemented by this server`);
  if (fleet?.fleetArn !== undefined)
    throw new PhaseFailure('CLIENT_ERROR', 'Fleets are not implemented by this server');
}

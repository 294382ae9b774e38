import { findPipelineVersion } from '../../store/codepipeline/pipelines.ts';
import type { Reader } from '../../store/database.ts';
import type { Declaration } from './declaration.ts';

const MAX_KEPT = 500;

/** Structures of pipelines by version. A version never changes, so those read last are kept in memory. */
export class Declarations {
  readonly #kept = new Map<string, Declaration>();

  /** For those who hold the pipeline's lock, and so know that it is there. */
  async read(reader: Reader, pipelineId: string, version: number): Promise<Declaration> {
    const declaration = await this.find(reader, pipelineId, version);
    if (declaration === undefined) throw new Error(`Pipeline ${pipelineId} has no version ${version}`);
    return declaration;
  }

  /** Undefined when the pipeline was deleted meanwhile. */
  async find(reader: Reader, pipelineId: string, version: number): Promise<Declaration | undefined> {
    const key = `${pipelineId}/${version}`;
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const row = await findPipelineVersion(reader, pipelineId, version);
    if (row === undefined) return undefined;
    const declaration: Declaration = JSON.parse(row.declaration);
    this.#keep(key, declaration);
    return declaration;
  }

  #keep(key: string, declaration: Declaration): void {
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= MAX_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(key, declaration);
  }
}

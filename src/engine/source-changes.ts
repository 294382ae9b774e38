import type { SourceChanges } from '../ports/source-changes.ts';
import { watchesAt } from '../store/codepipeline/source-watches.ts';
import type { Work } from '../work/work.ts';

/** Kind of the durable work that looks whether a polled source has changed; its key is `pipeline id/action`. */
export const POLL_WORK = 'codepipeline.poll';

export function createSourceChanges({ work }: { readonly work: Work }): SourceChanges {
  return {
    changed: async (tx, places) => {
      for (const { pipelineId, action, kind } of await watchesAt(tx, places))
        if (kind === 'poll') await work.schedule(tx, POLL_WORK, `${pipelineId}/${action}`);
    },
  };
}

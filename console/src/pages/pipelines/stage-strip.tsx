import type { StageState } from '@aws-sdk/client-codepipeline';
import './stage-strip.css';

/** One mark a stage, as it stands; the words are for those who do not see colours. */
export function StageStrip({ stages }: { readonly stages: readonly StageState[] | undefined }) {
  if (stages === undefined) return <>-</>;
  return (
    <ol className="stage-strip" aria-label="Stages">
      {stages.map((stage) => (
        <li key={stage.stageName} data-status={stage.latestExecution?.status ?? 'none'} title={wordsOf(stage)}>
          <span className="unseen">{wordsOf(stage)}</span>
        </li>
      ))}
    </ol>
  );
}

function wordsOf({ stageName, latestExecution }: StageState): string {
  return `${stageName}: ${latestExecution?.status ?? 'not run yet'}`;
}

import type { ErrorDetails } from '../shapes.ts';

/** How an attempt at an action or a rule stands, or a condition. Texts of others can be longer than answers may be. */
interface Outcome {
  readonly summary: string | null;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
}

/** Characters, by the model. */
const MAX_SUMMARY = 2048;
const MAX_MESSAGE = 5000;

export function summaryOf({ summary }: Pick<Outcome, 'summary'>): string | undefined {
  return summary?.slice(0, MAX_SUMMARY);
}

/** What the provider said, else why it failed, as AWS's history tells it. */
export function externalSummaryOf({ summary, errorMessage }: Omit<Outcome, 'errorCode'>): string | undefined {
  return summary ?? errorMessage ?? undefined;
}

export function errorOf({ errorCode, errorMessage }: Omit<Outcome, 'summary'>): ErrorDetails | undefined {
  return errorCode === null ? undefined : { code: errorCode, message: errorMessage?.slice(0, MAX_MESSAGE) };
}

import { offerJobs } from '../../../jobs/offer-jobs.ts';
import { requireActionType } from '../action-types/action-types.ts';
import { actionTypeNotFound, validation } from '../errors.ts';
import type { CodePipelineCall } from '../find.ts';
import type { PollForThirdPartyJobsInput, PollForThirdPartyJobsOutput } from '../shapes.ts';

/**
 * Jobs of a partner's type that wait, oldest first, by their customers' ids. Each is offered to one worker at a time.
 *
 * Gaps: a type serves the account that registered it; a partner does not see the jobs of other accounts: a server has keys of one.
 */
export async function PollForThirdPartyJobs(
  { actionTypeId, maxBatchSize = 1 }: PollForThirdPartyJobsInput,
  call: CodePipelineCall,
): Promise<PollForThirdPartyJobsOutput> {
  const { rooms, account } = call;
  if (actionTypeId.owner !== 'ThirdParty')
    throw validation(`Action types with the owner ${actionTypeId.owner} have no third-party jobs`);
  const jobs = await rooms.database.write(async (tx) => {
    const { type, ...key } = await requireActionType(tx, call, actionTypeId);
    const { pollingAccounts = [account] } = type.executor ?? {};
    if (!pollingAccounts.includes(account)) throw actionTypeNotFound(actionTypeId);
    return offerJobs(tx, { ...key, query: null, limit: maxBatchSize }, rooms);
  });
  return { jobs: jobs.map(({ id, clientId }) => ({ jobId: id, clientId: clientId ?? undefined })) };
}

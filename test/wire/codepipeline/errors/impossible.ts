const WAITS = 'commands to the same thing wait for one another, and the later one finds what the earlier has left';

/** Errors of the model that cannot occur here, by operation, with the reason. */
export const IMPOSSIBLE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CreateCustomActionType: { ConcurrentModificationException: WAITS },
  CreatePipeline: { ConcurrentModificationException: WAITS },
  DeleteCustomActionType: { ConcurrentModificationException: WAITS },
  DeletePipeline: { ConcurrentModificationException: WAITS },
  DeleteWebhook: { ConcurrentModificationException: WAITS },
  ListRuleTypes: { InvalidNextTokenException: 'its input has no token: there is one page' },
  PutWebhook: { ConcurrentModificationException: WAITS },
  RollbackStage: { ConflictException: 'a roll-back waits for who is in the stage' },
  StartPipelineExecution: { ConflictException: WAITS },
  StopPipelineExecution: { ConflictException: WAITS },
  TagResource: { ConcurrentModificationException: WAITS },
  UntagResource: { ConcurrentModificationException: WAITS },
};

import type { Ended } from '../actions/action.ts';
import type { EngineRooms } from './engine-rooms.ts';

/**
 * The time of what has this id is up: its provider ends what still runs, as far as that can be. Whoever was asked to stop it may be
 * gone for good, or not let us: that keeps nobody waiting. Answers what had ended in time, and was not looked at since.
 */
export async function endWhatRuns(
  id: string,
  stop: () => Promise<Ended | undefined>,
  { log }: EngineRooms,
): Promise<Ended | undefined> {
  try {
    return await stop();
  } catch (error) {
    log.error('what timed out could not be stopped, and may still run', { execution: id, error });
    return undefined;
  }
}

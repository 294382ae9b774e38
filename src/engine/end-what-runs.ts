import type { EngineRooms } from './engine-rooms.ts';

/**
 * The time of what has this id is up: its provider ends what still runs, as far as that can be. Whoever was asked to stop it may be
 * gone for good, or not let us: that keeps nobody waiting.
 */
export async function endWhatRuns(id: string, stop: () => Promise<void>, { log }: EngineRooms): Promise<void> {
  try {
    await stop();
  } catch (error) {
    log.error('what timed out could not be stopped, and may still run', { execution: id, error });
  }
}

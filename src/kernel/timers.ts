/** Deeds to come. Rooms that are to run under a clock of somebody's own ask these for timers, and nothing else. */
export interface Timers {
  /** Does the deed once, in so many milliseconds; returns the way to call it off. */
  after(milliseconds: number, deed: () => void): () => void;
}

export const systemTimers: Timers = {
  after: (milliseconds, deed) => {
    const timer = setTimeout(deed, milliseconds);
    return () => clearTimeout(timer);
  },
};

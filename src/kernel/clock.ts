/** Time in milliseconds since the epoch. The only source of time: nothing else reads the machine's clock. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deadlineOf } from '../../src/jobs/state.ts';

const DAY = 24 * 3600_000;

describe('the deadline of a job', () => {
  it('is that of its action at the latest, however often it is continued', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 60, max: 43_200 }),
        fc.array(fc.integer({ min: 0, max: DAY })),
        (seconds, waits) => {
          let now = 0;
          for (const wait of waits) {
            const deadline = deadlineOf(seconds, DAY, now);
            expect(deadline).toBe(Math.min(now + seconds * 1000, DAY));
            now = Math.min(now + wait, deadline);
          }
          expect(deadlineOf(null, DAY, now)).toBe(DAY);
        },
      ),
    );
  });
});

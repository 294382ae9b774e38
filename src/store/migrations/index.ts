import type { Migration } from '../migrate.ts';
import { foundation } from './0001-foundation.ts';

/** Every step, in order. Steps are appended, never changed. */
export const MIGRATIONS: readonly Migration[] = [foundation];

import type { ActionProvider } from '../../src/actions/action.ts';

/** A source of a host that tells nobody of its changes. */
export function farSource(
  dummy: readonly ActionProvider[],
  far: { revision: string | undefined; asked: number },
): ActionProvider {
  const fetch = dummy.find(({ type }) => type.category === 'Source');
  if (fetch === undefined) throw new Error('There is no dummy source');
  const newest = async () => {
    far.asked += 1;
    return far.revision;
  };
  return {
    ...fetch,
    type: { ...fetch.type, provider: 'Far' },
    polling: { place: () => undefined, newest },
    start: async () => ({ kind: 'succeeded', revision: { revisionId: far.revision ?? 'none' } }),
  };
}

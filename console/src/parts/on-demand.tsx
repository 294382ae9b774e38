import { type ComponentType, lazy, Suspense } from 'react';
import { eventually } from '../wire/eventually.ts';

/** A component whose code is loaded when it is first shown: dialogs are not part of what a page begins with. */
export function onDemand<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Loaded = lazy(async () => ({ default: await eventually(load) }));
  // biome-ignore lint/correctness/noComponentHookFactories: made once, where a module begins
  return function OnDemand(props: Props) {
    return (
      <Suspense>
        <Loaded {...props} />
      </Suspense>
    );
  };
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTell } from './notices.tsx';

export interface Deed<Input> {
  do(input: Input): void;
  readonly busy: boolean;
  /** Why the last attempt failed; null while nothing is against it. */
  readonly problem: Error | null;
}

interface DeedOptions<Input> {
  readonly perform: (input: Input) => Promise<unknown>;
  /** Said when it is done; undefined says nothing. */
  readonly told?: ((input: Input) => string) | undefined;
  readonly onDone?: (() => void) | undefined;
  /** Whoever asks shows what is against it, while they are there: a notice would be behind their dialog. */
  readonly showsProblem?: boolean | undefined;
}

/** Something a person does: performed once, its outcome told, and what the pages show asked for again. */
export function useDeed<Input = void>(options: DeedOptions<Input>): Deed<Input> {
  const { perform, told, onDone, showsProblem = false } = options;
  const there = useRef(true);
  useEffect(() => {
    there.current = true;
    return () => {
      there.current = false;
    };
  }, []);
  const cache = useQueryClient();
  const tell = useTell();
  const { mutate, isPending, error } = useMutation({
    mutationFn: perform,
    onSuccess: async (_answer, input) => {
      if (told !== undefined) tell.done(told(input));
      onDone?.();
      await cache.invalidateQueries({ queryKey: ['wire'] });
    },
    onError: (reason) => {
      if (!showsProblem || !there.current) tell.failed(reason);
      // Not waited for: while the server is away nobody would be told that it is.
      void cache.invalidateQueries({ queryKey: ['wire'] });
    },
  });
  return { do: mutate, busy: isPending, problem: error };
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTell } from './notices.tsx';

export interface Deed<Input> {
  do(input: Input): void;
  readonly busy: boolean;
}

interface DeedOptions<Input> {
  readonly perform: (input: Input) => Promise<unknown>;
  /** Said when it is done; undefined says nothing. */
  readonly told?: ((input: Input) => string) | undefined;
  readonly onDone?: (() => void) | undefined;
}

/** Something a person does: performed once, its outcome told, and what the pages show asked for again. */
export function useDeed<Input = void>({ perform, told, onDone }: DeedOptions<Input>): Deed<Input> {
  const cache = useQueryClient();
  const tell = useTell();
  const { mutate, isPending } = useMutation({
    mutationFn: perform,
    onSuccess: (_answer, input) => {
      if (told !== undefined) tell.done(told(input));
      onDone?.();
    },
    onError: (error) => tell.failed(error),
    onSettled: () => cache.invalidateQueries({ queryKey: ['wire'] }),
  });
  return { do: mutate, busy: isPending };
}

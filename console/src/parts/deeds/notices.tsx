import Flashbar, { type FlashbarProps } from '@cloudscape-design/components/flashbar';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { adviceOn } from '../../wire/advice-on.ts';
import { describeError } from '../../wire/describe-error.ts';

interface Board {
  readonly notices: readonly FlashbarProps.MessageDefinition[];
  tell(type: FlashbarProps.Type, text: string): void;
}

const Context = createContext<Board | undefined>(undefined);

/** Where the outcome of what a person did is told. */
export function Noticeboard({ children }: { readonly children: ReactNode }) {
  const [notices, setNotices] = useState<readonly FlashbarProps.MessageDefinition[]>([]);
  const tell = useCallback((type: FlashbarProps.Type, text: string) => {
    const id = crypto.getRandomValues(new Uint32Array(2)).join('-');
    const dismiss = () => setNotices((current) => current.filter((notice) => notice.id !== id));
    const notice = { id, type, content: text, dismissible: true, dismissLabel: 'Dismiss', onDismiss: dismiss };
    setNotices((current) => [notice, ...current].slice(0, 5));
  }, []);
  const board = useMemo(() => ({ notices, tell }), [notices, tell]);
  return <Context value={board}>{children}</Context>;
}

export function Notices() {
  return <Flashbar items={[...useBoard().notices]} />;
}

export interface Tell {
  done(text: string): void;
  failed(error: unknown): void;
}

export function useTell(): Tell {
  const { tell } = useBoard();
  return useMemo(
    () => ({
      done: (text) => tell('success', text),
      failed: (error) => tell('error', `${describeError(error)} ${adviceOn(error)}`.trim()),
    }),
    [tell],
  );
}

function useBoard(): Board {
  const board = useContext(Context);
  if (board === undefined) throw new Error('There is no noticeboard here');
  return board;
}

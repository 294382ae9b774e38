import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { type ClientSettings, clientSettings } from '../wire/client-settings.ts';
import { KEY_REFUSED } from '../wire/queries.ts';
import { type AccessKey, DEFAULT_KEY, keepKey, keepRegion, keptKey, regionOfAddress } from './key-store.ts';
import { SignIn } from './sign-in.tsx';

/** Who acts, and where. */
export interface Session {
  readonly accessKey: AccessKey;
  readonly region: string;
  readonly account: string;
  /** The same object as long as key and region are the same. */
  readonly settings: ClientSettings;
  /** True with the public key of a server on loopback: there is nothing to sign out of. */
  readonly isDefault: boolean;
  changeRegion(region: string): void;
  /** `reason` is told where one signs in again. */
  signOut(reason?: string): void;
}

interface Settings {
  readonly account: string;
  readonly defaultKey: boolean;
}

const Context = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(Context);
  if (session === undefined) throw new Error('There is no session here');
  return session;
}

export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const settings = useQuery({ queryKey: ['settings'], queryFn: readSettings, staleTime: Number.POSITIVE_INFINITY });
  if (settings.data === undefined) return <p role="status">{settings.isError ? UNREACHABLE : 'Loading'}</p>;
  return <WithSettings settings={settings.data}>{children}</WithSettings>;
}

const UNREACHABLE = 'The server does not answer. Start it with npm start; this page goes on by itself.';

function WithSettings({ settings, children }: { readonly settings: Settings; readonly children: ReactNode }) {
  const cache = useQueryClient();
  const [accessKey, setKey] = useState(() => keptKey() ?? (settings.defaultKey ? DEFAULT_KEY : undefined));
  const [region, setRegion] = useState(() => regionOfAddress(window.location.search));
  const [reason, setReason] = useState<string>();
  const session = useMemo((): Session | undefined => {
    if (accessKey === undefined) return undefined;
    return {
      accessKey,
      region,
      account: settings.account,
      settings: clientSettings(accessKey, region),
      isDefault: accessKey === DEFAULT_KEY,
      changeRegion: (next) => {
        keepRegion(next);
        cache.removeQueries({ queryKey: ['wire'] });
        setRegion(next);
      },
      signOut: (why) => {
        keepKey(undefined);
        cache.removeQueries({ queryKey: ['wire'] });
        setReason(why);
        setKey(undefined);
      },
    };
  }, [accessKey, region, settings, cache]);

  useEffect(() => {
    const leave = (event: Event) => session?.signOut(String((event as CustomEvent<string>).detail));
    window.addEventListener(KEY_REFUSED, leave);
    return () => window.removeEventListener(KEY_REFUSED, leave);
  }, [session]);

  if (session === undefined) {
    const signIn = (key: AccessKey) => {
      keepKey(key);
      setReason(undefined);
      setKey(key);
    };
    return <SignIn region={region} reason={reason} onSignIn={signIn} />;
  }
  return <Context value={session}>{children}</Context>;
}

async function readSettings(): Promise<Settings> {
  const response = await fetch('/console/settings.json');
  if (!response.ok) throw new Error(`The server answered ${response.status}`);
  return (await response.json()) as Settings;
}

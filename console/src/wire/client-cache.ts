import type { ClientSettings } from './client-settings.ts';

/** One client of a service for each session. Services have files of their own, so that a page loads only those it uses. */
export function clientCache<Client>(make: (settings: ClientSettings) => Client): (settings: ClientSettings) => Client {
  const made = new WeakMap<ClientSettings, Client>();
  return (settings) => {
    const known = made.get(settings);
    if (known !== undefined) return known;
    const client = make(settings);
    made.set(settings, client);
    return client;
  };
}

/** Enough of an id to tell it from its neighbours: ids made together begin alike. */
export function shortId(id: string | undefined): string {
  return id?.slice(-8) ?? '';
}

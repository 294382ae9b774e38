const PAUSE_MS = 1_000;

/**
 * Loads a part of the console; while the server is away, as soon as it is back. Rejects where the server is there and the part is
 * not: then the console is another by now, and must be loaded anew.
 */
export async function eventually<Part>(load: () => Promise<Part>): Promise<Part> {
  for (;;) {
    try {
      return await load();
    } catch (error) {
      if (!(await isThere())) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      // It may have come back since it was asked for the part.
      else return load().catch(() => Promise.reject(error));
    }
  }
}

async function isThere(): Promise<boolean> {
  const answer = await fetch('/console/settings.json', { cache: 'no-store' }).catch(() => undefined);
  return answer?.ok === true;
}

/** The key a person signed in with, for this browser session only: another tab asks again, a closed one forgets. */
export interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

const KEY = 'velocius.key';
const REGION = 'velocius.region';

export const DEFAULT_KEY: AccessKey = { accessKeyId: 'test', secretAccessKey: 'test' };
export const DEFAULT_REGION = 'us-east-1';

export function keptKey(): AccessKey | undefined {
  const text = sessionStorage.getItem(KEY);
  return text === null ? undefined : (JSON.parse(text) as AccessKey);
}

export function keepKey(key: AccessKey | undefined): void {
  if (key === undefined) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, JSON.stringify(key));
}

/** The region of the address wins: links say which region they mean. */
export function regionOfAddress(search: string): string {
  return new URLSearchParams(search).get('region') ?? localStorage.getItem(REGION) ?? DEFAULT_REGION;
}

export function keepRegion(region: string): void {
  localStorage.setItem(REGION, region);
}

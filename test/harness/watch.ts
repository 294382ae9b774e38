import { jsonRequest, type RawAnswer, sendRaw, sign } from './raw-http.ts';

/** Sends an operation of our own service, whose client is the console. */
export async function watch(endpoint: string, operation: string, input: object = {}): Promise<RawAnswer> {
  const request = jsonRequest(`VelociusWatch_20261125.${operation}`, input);
  return sendRaw(endpoint, await sign(endpoint, request, { service: 'velocius' }));
}

/** What the operation answers; throws when that is an error. */
export async function watched<Answer>(endpoint: string, operation: string, input?: object): Promise<Answer> {
  const { status, text } = await watch(endpoint, operation, input);
  if (status !== 200) throw new Error(text);
  return JSON.parse(text) as Answer;
}

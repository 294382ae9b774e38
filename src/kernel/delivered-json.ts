/**
 * JSON of a delivery, or the form in which GitHub sends it when it is told to; undefined when it is neither. What calls itself a form
 * and has no payload may be JSON still: curl says so of all it posts.
 */
export function deliveredJson(body: Uint8Array, contentType: string | undefined): unknown {
  const text = Buffer.from(body).toString('utf8');
  const isForm = contentType?.startsWith('application/x-www-form-urlencoded') ?? false;
  try {
    return JSON.parse((isForm ? new URLSearchParams(text).get('payload') : undefined) ?? text);
  } catch {
    return undefined;
  }
}

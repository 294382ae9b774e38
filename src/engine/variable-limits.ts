/** Of all output variables of an action together: keys and values, in bytes of UTF-8. */
export const MAX_OUTPUT_VARIABLES = 122_880;

/** Of the configuration of an action with its variables resolved: keys and values, in bytes of UTF-8. */
export const MAX_RESOLVED_CONFIGURATION = 102_400;

export function exceedsLimit(texts: Readonly<Record<string, string>> = {}, limit = MAX_OUTPUT_VARIABLES): boolean {
  const size = Object.entries(texts).reduce(
    (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value),
    0,
  );
  return size > limit;
}

/** Of all output variables of an action together: keys and values, in bytes of UTF-8. */
export const MAX_OUTPUT_VARIABLES = 122_880;

export function exceedsLimit(variables: Readonly<Record<string, string>> = {}): boolean {
  const size = Object.entries(variables).reduce(
    (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value),
    0,
  );
  return size > MAX_OUTPUT_VARIABLES;
}

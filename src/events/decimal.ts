declare global {
  interface JSON {
    /** Standard since ECMAScript's "JSON.parse source text access"; TypeScript does not know it yet. */
    rawJSON(text: string): unknown;
  }
}

/** A whole number as AWS's events write it, `3.0`: patterns and input paths see the digits. */
export function decimal(value: number): unknown {
  return JSON.rawJSON(`${value}.0`);
}

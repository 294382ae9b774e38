/**
 * A number that patterns can compare: one that is exactly what its digits say once it is a double. Others, such as
 * 12345678901234567, are equal to the same digits only.
 */
export function comparableNumber(text: string): number | undefined {
  const value = Number(text);
  return Number.isFinite(value) && decimal(text) === decimal(String(value)) ? value : undefined;
}

/** Digits without leading and trailing zeros, and the power of ten of the last: one spelling for each number. */
function decimal(text: string): string {
  const [, sign, whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  return `${sign}${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`;
}

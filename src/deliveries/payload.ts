/** Members of a stranger's JSON, where they are of the kind that is looked for. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, name)
        ? (inner as Record<string, unknown>)[name]
        : undefined,
    value,
  );
}

export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const text = at(value, ...path);
  return typeof text === 'string' && text !== '' ? text : undefined;
}

/** Also numbers, as hosts number pull requests. */
export function idAt(value: unknown, ...path: readonly string[]): string | undefined {
  const id = at(value, ...path);
  return typeof id === 'number' ? String(id) : textAt(value, ...path);
}

export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const list = at(value, ...path);
  return Array.isArray(list) ? list : [];
}

const NO_COMMIT = /^0+$/;

/** A commit id, or its beginning; undefined for the id of nothing that hosts tell of what was created or deleted. */
export function commitAt(value: unknown, ...path: readonly string[]): string | undefined {
  const id = textAt(value, ...path)?.toLowerCase();
  return id !== undefined && /^[0-9a-f]{7,64}$/.test(id) && !NO_COMMIT.test(id) ? id : undefined;
}

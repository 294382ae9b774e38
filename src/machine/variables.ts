/** `#{namespace.key}` in the configuration of an action. */
export interface VariableReference {
  readonly namespace: string;
  readonly key: string;
}

/** Values by namespace and key. */
export type VariableScope = ReadonlyMap<string, Readonly<Record<string, string>>>;

const REFERENCE = /#\{([A-Za-z0-9@\-_]+)\.([^{}]+)\}/g;

export function referencesIn(text: string): VariableReference[] {
  return [...text.matchAll(REFERENCE)].map(([, namespace = '', key = '']) => ({ namespace, key }));
}

export type Resolution =
  | { readonly kind: 'resolved'; readonly configuration: Readonly<Record<string, string>> }
  | { readonly kind: 'unresolved'; readonly configurationKey: string; readonly reference: VariableReference };

/** A configuration with every reference replaced by its value, or the first reference that has none. */
export function resolveConfiguration(
  configuration: Readonly<Record<string, string>>,
  scope: VariableScope,
): Resolution {
  const resolved: Record<string, string> = {};
  for (const [configurationKey, text] of Object.entries(configuration)) {
    const reference = referencesIn(text).find(({ namespace, key }) => lookUp(scope, namespace, key) === undefined);
    if (reference !== undefined) return { kind: 'unresolved', configurationKey, reference };
    resolved[configurationKey] = text.replaceAll(
      REFERENCE,
      (whole, namespace: string, key: string) => lookUp(scope, namespace, key) ?? whole,
    );
  }
  return { kind: 'resolved', configuration: resolved };
}

function lookUp(scope: VariableScope, namespace: string, key: string): string | undefined {
  const values = scope.get(namespace);
  return values !== undefined && Object.hasOwn(values, key) ? values[key] : undefined;
}

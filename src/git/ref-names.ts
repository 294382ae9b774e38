const FULL_ID = /^[0-9a-f]{40}$/;

export function isObjectId(text: string): boolean {
  return FULL_ID.test(text);
}

/** The quotas' rules for branches and tags; they are git's own and a few more. */
export function isRefName(name: string): boolean {
  return (
    name.length >= 1 &&
    name.length <= 256 &&
    !FULL_ID.test(name) &&
    !/^[/.-]|[/.]$|\.\.|\/\/|@\{|\/\.|\.lock(?:\/|$)|^@$/.test(name) &&
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
    !/[\u0000-\u0020\u007f?^*[\\~:]/.test(name)
  );
}

import { applyMode, Mode } from '@cloudscape-design/global-styles';

/** Dark or light as the reader's system has it, also when it changes. */
export function followColorScheme(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const follow = () => applyMode(dark.matches ? Mode.Dark : Mode.Light);
  follow();
  dark.addEventListener('change', follow);
}

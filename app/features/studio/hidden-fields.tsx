import type { Draft } from './draft.ts';

/** Settings that do not show now, and count all the same. */
export function HiddenFields({ draft, names }: { draft: Draft; names: readonly (keyof Draft)[] }) {
  return names.map((name) => <input key={name} type="hidden" name={name} value={draft[name]} />);
}

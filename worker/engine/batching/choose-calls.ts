import type { Call } from './call.ts';
import { mergeKey } from './merge-rows.ts';
import { rowLimit } from './row-limit.ts';

/** How many rows fit one call that asks for latents of this size. */
export function limitOf({ feeds }: Pick<Call, 'feeds'>): number {
  const [, , height = 1, width = 1] = feeds['sample']?.dims ?? [];
  return rowLimit(height, width);
}

/** The call that waited longest, and of those after it as many as fit one call with it. */
export function chooseSteps(waiting: readonly Call[]): Call[] {
  const [oldest] = waiting;
  if (!oldest) return [];
  const key = mergeKey(oldest);
  const limit = limitOf(oldest);
  const chosen: Call[] = [];
  let rows = 0;
  for (const call of waiting) {
    if (call.graph !== oldest.graph || mergeKey(call) !== key) continue;
    rows += call.rows;
    if (chosen.length > 0 && rows > limit) break;
    chosen.push(call);
  }
  return chosen;
}

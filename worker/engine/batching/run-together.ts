import type { Call, Tensors } from './call.ts';
import { mergeFeeds, sliceRows } from './merge-rows.ts';

/**
 * Runs calls of one graph as one and gives each its rows. Where that fails each is run alone, so
 * that a fault, or want of memory, meets only the runs that cause it.
 */
export async function runTogether(calls: readonly Call[]): Promise<void> {
  const total = calls.reduce((sum, { rows }) => sum + rows, 0);
  const clock = { sessionMs: 0 };
  let outputs: Tensors;
  try {
    outputs = await calls[0]!.graph.run(mergeFeeds(calls), clock, calls[0]!.wanted);
  } catch (error) {
    if (calls.length === 1) calls[0]!.reject(error);
    else for (const call of calls) await runTogether([call]);
    return;
  }
  let start = 0;
  for (const { rows, clock: own, resolve } of calls) {
    own.sessionMs += (clock.sessionMs * rows) / total;
    resolve(sliceRows(outputs, total, start, start + rows));
    start += rows;
  }
}

import type { Graph } from '../runtime/session.ts';
import type { Call, Tensors, Turn } from './call.ts';
import { chooseSteps, limitOf } from './choose-calls.ts';
import { countRows, joinRows, sliceRows } from './merge-rows.ts';
import { runTogether } from './run-together.ts';

/**
 * The order in which the runs of one model compute. Runs that are stepping at the same time share
 * their UNet calls, and a new run takes part from the next call on (continuous batching: Yu et al.
 * 2022, "Orca", with steps for tokens). The rows of a call do not see one another, so a picture is
 * the same as alone.
 */
export class ComputeLine {
  readonly #waiting: Call[] = [];
  #stepping = 0;
  #isWorking = false;
  #lastTurn: Turn | undefined;

  /** Counts a run among those that step together; the returned function takes it out again. */
  join(): () => void {
    this.#stepping++;
    return () => {
      this.#stepping--;
      void this.#work();
    };
  }

  /** The same graph, whose calls wait for their turn. */
  queue(graph: Graph, turn: Turn): Graph {
    return {
      inputs: graph.inputs,
      outputs: graph.outputs,
      release: () => graph.release(),
      run: async (feeds, clock, wanted) => {
        const rows = countRows(graph, feeds);
        const most = turn === 'step' ? limitOf({ feeds }) : rows;
        const ask = { turn, graph, wanted, owner: Symbol(), clock };
        const pieces: Promise<Tensors>[] = [];
        for (let start = 0; start < rows; start += most) {
          const end = Math.min(start + most, rows);
          const piece = sliceRows(feeds, rows, start, end);
          pieces.push(this.#wait({ ...ask, feeds: piece, rows: end - start }));
        }
        return joinPieces(await Promise.all(pieces));
      },
    };
  }

  #wait(call: Omit<Call, 'resolve' | 'reject'>): Promise<Tensors> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ ...call, resolve, reject });
      void this.#work();
    });
  }

  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    for (;;) {
      // Whoever hears of a result, or of a new request, makes its next call in this pause.
      await new Promise<void>((resolve) => setImmediate(resolve));
      const calls = this.#chooseNext();
      if (calls.length === 0) break;
      for (const call of calls) this.#waiting.splice(this.#waiting.indexOf(call), 1);
      this.#lastTurn = calls[0]!.turn;
      await runTogether(calls);
    }
    this.#isWorking = false;
  }

  #chooseNext(): Call[] {
    const waitingFor = (turn: Turn) => this.#waiting.filter((call) => call.turn === turn);
    const [first] = waitingFor('first');
    if (first) return [first];
    const steps = waitingFor('step');
    // A run between two steps is waited for: its rows cost less among the others.
    const isComplete = new Set(steps.map(({ owner }) => owner)).size >= this.#stepping;
    const together = isComplete ? chooseSteps(steps) : [];
    const [between] = waitingFor('between');
    if (between && (together.length === 0 || this.#lastTurn !== 'between')) return [between];
    return together;
  }
}

function joinPieces(pieces: readonly Tensors[]): Tensors {
  const [first] = pieces;
  if (pieces.length === 1) return first!;
  return Object.fromEntries(
    Object.keys(first!).map((name) => [name, joinRows(pieces.map((piece) => piece[name]!))]),
  );
}

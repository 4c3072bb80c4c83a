/** What a prompt says until a step, that step included; steps count from 1. */
export interface ScheduledText {
  untilStep: number;
  text: string;
}

type Node =
  | { kind: 'text'; text: string }
  | { kind: 'switch'; before: Node[]; after: Node[]; when: string }
  | { kind: 'alternate'; options: Node[][] };

/** An open bracket: what stands between its separators. */
interface Frame {
  bracket: '' | '(' | '[';
  fields: Node[][];
  separators: string[];
  /** A bracket that closes nothing stands within, so this is plain text. */
  isSpoiled: boolean;
}

const PIECE = /\\[^]|[[\]():|]|[^\\[\]():|]+|\\$/g;
const WHEN = /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?\s*$/i;

/**
 * Resolves prompt schedules for a run of `steps` steps, before weights are read: `[b:3]` adds b
 * after step 3, `[a:b:.5]` turns a into b halfway, `[a|b]` takes turns. The result's last entry
 * reaches to the last step. Follows WebUI's `get_learned_conditioning_prompt_schedules`; brackets
 * that form no schedule stay as they are.
 */
export function resolveSchedule(text: string, steps: number): ScheduledText[] {
  const nodes = parseSchedule(text);
  const ends = new Set([steps]);
  collectEnds(nodes, steps, ends);
  return [...ends]
    .sort((a, b) => a - b)
    .map((untilStep) => ({ untilStep, text: printAt(nodes, untilStep, steps) }));
}

function parseSchedule(text: string): Node[] {
  const root = openFrame('');
  const frames = [root];
  for (const [piece] of text.matchAll(PIECE)) {
    const frame = frames.at(-1) ?? root;
    if (piece === '(' || piece === '[') frames.push(openFrame(piece));
    else if (piece === ')' || piece === ']') closeBracket(frames, piece);
    else if (piece === ':' || piece === '|') {
      frame.separators.push(piece);
      frame.fields.push([]);
    } else frame.fields.at(-1)?.push({ kind: 'text', text: piece });
  }
  return frames.flatMap((frame) => [asText(frame.bracket), ...joinFields(frame)]);
}

function openFrame(bracket: Frame['bracket']): Frame {
  return { bracket, fields: [[]], separators: [], isSpoiled: false };
}

function closeBracket(frames: Frame[], piece: ')' | ']'): void {
  const frame = frames.at(-1);
  const parent = frames.at(-2);
  if (!frame || !parent || frame.bracket !== (piece === ')' ? '(' : '[')) {
    if (frame) frame.isSpoiled = true;
    frame?.fields.at(-1)?.push(asText(piece));
    return;
  }
  frames.pop();
  const node = frame.bracket === '[' && !frame.isSpoiled ? readFrame(frame) : undefined;
  const literal = [asText(frame.bracket), ...joinFields(frame), asText(piece)];
  parent.fields.at(-1)?.push(...(node ? [node] : literal));
}

function readFrame({ fields, separators }: Frame): Node | undefined {
  if (separators.includes('|'))
    return { kind: 'alternate', options: splitOptions(fields, separators) };
  const [last] = fields.at(-1) ?? [];
  const isNumber = fields.at(-1)?.length === 1 && last?.kind === 'text' && WHEN.test(last.text);
  if (!isNumber || (fields.length !== 2 && fields.length !== 3)) return undefined;
  const [before = [], after = []] = fields.length === 3 ? fields : [[], ...fields];
  return { kind: 'switch', before, after, when: last.text.trim() };
}

/** Joins the fields between two `|`; a colon among them is text. */
function splitOptions(fields: Node[][], separators: string[]): Node[][] {
  const options: Node[][] = [[...(fields[0] ?? [])]];
  for (const [index, separator] of separators.entries()) {
    const field = fields[index + 1] ?? [];
    if (separator === '|') options.push([...field]);
    else options.at(-1)?.push(asText(separator), ...field);
  }
  return options;
}

function joinFields({ fields, separators }: Frame): Node[] {
  return fields.flatMap((field, index) =>
    index === 0 ? field : [asText(separators[index - 1] ?? ''), ...field],
  );
}

function asText(text: string): Node {
  return { kind: 'text', text };
}

/** A number with a point is a share of the steps, one without is a step. */
function readWhen(when: string, steps: number): number {
  const value = Number(when) * (when.includes('.') ? steps : 1);
  return Math.min(steps, Math.trunc(value));
}

function collectEnds(nodes: Node[], steps: number, ends: Set<number>): void {
  for (const node of nodes) {
    if (node.kind === 'switch') {
      const when = readWhen(node.when, steps);
      if (when >= 1) ends.add(when);
      collectEnds([...node.before, ...node.after], steps, ends);
    } else if (node.kind === 'alternate') {
      for (let step = 1; step <= steps; step++) ends.add(step);
    }
  }
}

function printAt(nodes: Node[], step: number, steps: number): string {
  const texts = nodes.map((node) => {
    if (node.kind === 'text') return node.text;
    if (node.kind === 'alternate') {
      return printAt(node.options[(step - 1) % node.options.length] ?? [], step, steps);
    }
    return printAt(step <= readWhen(node.when, steps) ? node.before : node.after, step, steps);
  });
  return texts.join('');
}

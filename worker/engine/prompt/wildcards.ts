/** A choice's options, each a list of texts and nested choices. */
interface Choice {
  options: Array<Array<string | Choice>>;
}

const PIECE = /\\[^]|[{}|]|[^\\{}|]+|\\$/g;

/**
 * Picks one option of each `{a|b}`, also within others; the same seed picks the same. Braces
 * without a `|`, without a partner, or after a backslash stay text.
 */
export function resolveWildcards(text: string, seed: bigint): string {
  const random = createRandom(seed);
  return printChoices(parseChoices(text), random);
}

function parseChoices(text: string): Array<string | Choice> {
  const open: Choice[] = [{ options: [[]] }];
  for (const [piece] of text.matchAll(PIECE)) {
    const choice = open.at(-1);
    const option = choice?.options.at(-1);
    if (piece === '{') open.push({ options: [[]] });
    else if (piece === '}' && choice && open.length > 1) {
      open.pop();
      const isChoice = choice.options.length > 1;
      open
        .at(-1)
        ?.options.at(-1)
        ?.push(...(isChoice ? [choice] : ['{', ...joinOptions(choice), '}']));
    } else if (piece === '|' && open.length > 1) choice?.options.push([]);
    else option?.push(piece);
  }
  return open.flatMap((choice, depth) =>
    depth > 0 ? ['{', ...joinOptions(choice)] : joinOptions(choice),
  );
}

function joinOptions({ options }: Choice): Array<string | Choice> {
  return options.flatMap((option, index) => (index > 0 ? ['|', ...option] : option));
}

function printChoices(pieces: Array<string | Choice>, random: () => number): string {
  const texts = pieces.map((piece) => {
    if (typeof piece === 'string') return piece;
    const picked = piece.options[Math.floor(random() * piece.options.length)] ?? [];
    return printChoices(picked, random);
  });
  return texts.join('');
}

/** SplitMix64: well mixed from the first number on, so that neighbouring seeds differ. */
function createRandom(seed: bigint): () => number {
  let state = BigInt.asUintN(64, seed);
  return () => {
    state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n);
    let mixed = state;
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n);
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn);
    return Number((mixed ^ (mixed >> 31n)) >> 11n) / 2 ** 53;
  };
}

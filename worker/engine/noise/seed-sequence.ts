const { imul } = Math;
const SHIFT = 16;
const ENTROPY = { start: 0x43b0d7e5, factor: 0x931e8875 };
const STATE = { start: 0x8b51f9dd, factor: 0x58f38ded };
const MIX = { left: 0xca01f9dd, right: 0x4973f715 };

/**
 * Seeds that hang on a number and on a path to a child of it: numpy's `SeedSequence` (O'Neill's
 * `seed_seq`), as torchsde spreads one seed over a tree.
 *
 * @param path the child's place; none for the root itself
 * @param poolSize how many 32-bit words are mixed
 * @param count how many seeds of 32 bits are wanted
 */
export function spawnSeeds(
  entropy: bigint,
  path: readonly number[],
  poolSize: number,
  count: number,
): Uint32Array {
  const own = toWords(entropy);
  // A child's path comes after the whole pool, so that it can't be taken for entropy.
  while (path.length > 0 && own.length < poolSize) own.push(0);
  const words = [...own, ...path.flatMap((step) => toWords(BigInt(step)))];
  const hash = createHash(ENTROPY);
  const pool = Uint32Array.from({ length: poolSize }, (_, i) => hash(words[i] ?? 0));
  for (let from = 0; from < poolSize; from++) {
    for (let to = 0; to < poolSize; to++) {
      if (from !== to) pool[to] = mix(pool[to]!, hash(pool[from]!));
    }
  }
  for (const word of words.slice(poolSize)) {
    for (let to = 0; to < poolSize; to++) pool[to] = mix(pool[to]!, hash(word));
  }
  const draw = createHash(STATE);
  return Uint32Array.from({ length: count }, (_, i) => draw(pool[i % poolSize]!));
}

/** A hash whose constant moves on with each word. */
function createHash({ start, factor }: typeof ENTROPY): (word: number) => number {
  let constant = start;
  return (word) => {
    const mixed = word ^ constant;
    constant = imul(constant, factor);
    const product = imul(mixed, constant);
    return (product ^ (product >>> SHIFT)) >>> 0;
  };
}

function mix(x: number, y: number): number {
  const result = (imul(MIX.left, x) - imul(MIX.right, y)) | 0;
  return (result ^ (result >>> SHIFT)) >>> 0;
}

/** The 32-bit words of a number, lowest first; zero has one. */
function toWords(value: bigint): number[] {
  const words = [Number(value & 0xffffffffn)];
  for (let rest = value >> 32n; rest > 0n; rest >>= 32n) words.push(Number(rest & 0xffffffffn));
  return words;
}

const CACHED_WORDS = 20_000;

/** Byte-pair encoding with CLIP's end-of-word mark. */
export class BytePairEncoder {
  private readonly ranks: Map<string, number>;
  private readonly cache = new Map<string, string[]>();

  /** `merges` holds the pairs as `merges.txt` writes them, the most frequent first. */
  constructor(merges: string[]) {
    this.ranks = new Map(merges.map((pair, rank) => [pair, rank]));
  }

  /** Splits one word into its subwords, the last of which ends with `</w>`. */
  split(word: string): string[] {
    const known = this.cache.get(word);
    if (known) return known;
    const subwords = this.merge(toByteSymbols(word));
    if (this.cache.size >= CACHED_WORDS) this.cache.clear();
    this.cache.set(word, subwords);
    return subwords;
  }

  private merge(symbols: string[]): string[] {
    let merged = symbols;
    for (;;) {
      const pair = this.findBestPair(merged);
      if (!pair) return merged;
      merged = joinPairs(merged, pair);
    }
  }

  private findBestPair(symbols: string[]): [string, string] | undefined {
    let best: [string, string] | undefined;
    let bestRank = Infinity;
    for (let at = 0; at + 1 < symbols.length; at++) {
      const [left = '', right = ''] = [symbols[at], symbols[at + 1]];
      const rank = this.ranks.get(`${left} ${right}`);
      if (rank !== undefined && rank < bestRank) {
        best = [left, right];
        bestRank = rank;
      }
    }
    return best;
  }
}

function joinPairs(symbols: string[], [left, right]: [string, string]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < symbols.length; at++) {
    const symbol = symbols[at] ?? '';
    const isPair = symbol === left && symbols[at + 1] === right;
    joined.push(isPair ? left + right : symbol);
    if (isPair) at++;
  }
  return joined;
}

/** GPT-2's printable stand-ins for the 256 bytes: a printable byte stands for itself. */
const BYTE_SYMBOLS = buildByteSymbols();

function buildByteSymbols(): string[] {
  let substitute = 256;
  return Array.from({ length: 256 }, (_, byte) => {
    const isPrintable = (byte > 32 && byte < 127) || (byte > 160 && byte !== 173);
    return String.fromCharCode(isPrintable ? byte : substitute++);
  });
}

function toByteSymbols(word: string): string[] {
  const symbols = Array.from(new TextEncoder().encode(word), (byte) => BYTE_SYMBOLS[byte] ?? '');
  return symbols.map((symbol, at) => (at === symbols.length - 1 ? `${symbol}</w>` : symbol));
}

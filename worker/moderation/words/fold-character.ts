import unhomoglyph from 'unhomoglyph';

/** What one character may be read as. */
export interface FoldedCharacter {
  /** The Latin letters that it may stand for; empty where it stands for none. */
  letters: string;
  kind: 'letter' | 'digit' | 'symbol' | 'gap';
  /** A mask such as the star of "d*mn": stands for any letter. */
  isMask: boolean;
}

/** Digits and signs that are typed in place of letters. */
const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'il',
  '2': 'z',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'gb',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'il',
  '|': 'il',
  '¡': 'i',
  '+': 't',
  '€': 'e',
  '£': 'el',
  '¢': 'c',
  '¥': 'y',
  '©': 'c',
  '®': 'r',
  '§': 's',
  '×': 'x',
  '†': 't',
  '#': 'h',
  '&': '',
  '*': '',
};

const MASKS = new Set(['*', '#', '•', '●', '∗', '█', '■']);

/** Look-alikes that neither Unicode's decomposition nor its list of confusables maps to Latin. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  ß: 'bs',
  æ: 'a',
  œ: 'o',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'p',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ʜ: 'h',
  μ: 'u',
  υ: 'uv',
  ν: 'vn',
  η: 'n',
  σ: 'o',
  τ: 't',
  κ: 'k',
  ι: 'il',
  ω: 'w',
  ε: 'e',
  δ: 'd',
  π: 'n',
  λ: 'l',
  χ: 'x',
  ψ: 'w',
  θ: 'o',
  φ: 'o',
  β: 'b',
  ϐ: 'b',
  γ: 'y',
  ζ: 'z',
  б: 'b',
  в: 'b',
  г: 'r',
  д: 'd',
  ё: 'e',
  з: 'e',
  и: 'nu',
  й: 'nu',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'h',
  п: 'n',
  т: 't',
  ц: 'u',
  ч: 'y',
  ш: 'w',
  щ: 'w',
  ь: 'b',
  ы: 'b',
  я: 'r',
  ю: 'o',
  э: 'e',
  є: 'e',
  ї: 'i',
};

/** Letters in boxes and flags, which emoji keyboards offer; each run goes from A to Z. */
const BOXED_ALPHABETS = [0x1f150, 0x1f170, 0x1f1e6];

const cache = new Map<string, FoldedCharacter[]>();

/**
 * What one character of a text may stand for: none, one or (for a ligature) several cells.
 * Follows NFKD, then Unicode's confusables (UTS 39), then the tables above.
 */
export function foldCharacter(character: string): FoldedCharacter[] {
  let folded = cache.get(character);
  if (!folded) {
    folded = [...decompose(character)].flatMap(foldDecomposed);
    // Texts bring any character; the cache holds those of everyday.
    if (cache.size < 4096) cache.set(character, folded);
  }
  return folded;
}

function decompose(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0;
  for (const first of BOXED_ALPHABETS) {
    if (codePoint >= first && codePoint < first + 26)
      return String.fromCharCode(97 + codePoint - first);
  }
  // A lunate sigma looks like a c; the sigma that it decomposes into does not.
  if (character === 'ϲ' || character === 'Ϲ') return 'c';
  return character.normalize('NFKD');
}

function foldDecomposed(character: string): FoldedCharacter[] {
  if (/[\p{M}\p{Cf}\p{Cs}]/u.test(character)) return [];
  const lower = character.toLowerCase();
  if (/^[a-z]$/.test(lower)) return [{ letters: lower, kind: 'letter', isMask: false }];
  const isMask = MASKS.has(character);
  if (isMask || character in LEET) {
    const kind = /\d/.test(character) ? 'digit' : 'symbol';
    return [{ letters: LEET[character] ?? '', kind, isMask }];
  }
  if (/['’‘ʼ`´]/.test(character)) return [{ letters: '', kind: 'symbol', isMask: false }];
  if (!/[\p{L}\p{N}]/u.test(character)) return [{ letters: '', kind: 'gap', isMask: false }];
  return [{ letters: lookAlikes(character, lower), kind: 'letter', isMask: false }];
}

function lookAlikes(character: string, lower: string): string {
  const seen = new Set(LOOK_ALIKES[lower] ?? '');
  for (const form of [character, lower]) {
    const skeleton = unhomoglyph(form).normalize('NFKD').toLowerCase();
    if (/^[a-z]$/.test(skeleton)) seen.add(skeleton);
  }
  if (seen.has('l')) seen.add('i');
  return [...seen].join('');
}

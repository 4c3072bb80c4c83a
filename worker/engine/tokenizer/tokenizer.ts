import { BytePairEncoder } from './bpe.ts';
import { cleanText } from './clean-text.ts';

const WORD =
  /<\|startoftext\|>|<\|endoftext\|>|'s|'t|'re|'ve|'m|'ll|'d|\p{L}+|\p{N}|[^\s\p{L}\p{N}]+/gu;

/** What a tokenizer folder says: see `loadTokenizer`. */
export interface TokenizerFiles {
  vocabulary: Map<string, number>;
  merges: string[];
  specialTokens: { bos: string; eos: string; unk: string; pad: string };
}

/** CLIP's tokenizer: the same ids as transformers' `CLIPTokenizer` with ftfy. */
export class Tokenizer {
  readonly bosId: number;
  readonly eosId: number;
  /** Fills a chunk after its end: the end token for SD 1.x, `!` for SD 2.x. */
  readonly padId: number;
  /** The id of a comma that ends a word; undefined where the vocabulary has none. */
  readonly commaId: number | undefined;
  private readonly vocabulary: Map<string, number>;
  private readonly unkId: number;
  private readonly encoder: BytePairEncoder;
  private readonly specialToken: RegExp;

  constructor({ vocabulary, merges, specialTokens }: TokenizerFiles) {
    const { bos, eos, unk, pad } = specialTokens;
    this.vocabulary = vocabulary;
    this.encoder = new BytePairEncoder(merges);
    this.unkId = vocabulary.get(unk) ?? 0;
    this.bosId = vocabulary.get(bos) ?? this.unkId;
    this.eosId = vocabulary.get(eos) ?? this.unkId;
    this.padId = vocabulary.get(pad) ?? this.unkId;
    this.commaId = vocabulary.get(',</w>');
    const longestFirst = [bos, eos, unk, pad].sort((a, b) => b.length - a.length);
    this.specialToken = new RegExp(`(${longestFirst.map(escapePattern).join('|')})`, 'u');
  }

  /** The ids of `text`, without begin and end marks. Special tokens in it stand for themselves. */
  encode(text: string): number[] {
    return text.split(this.specialToken).flatMap((piece, index) => {
      if (index % 2 === 1) return [this.vocabulary.get(piece) ?? this.unkId];
      const words = cleanText(piece).match(WORD) ?? [];
      return words.flatMap((word) => this.encodeWord(word));
    });
  }

  private encodeWord(word: string): number[] {
    if (word === '<|startoftext|>' || word === '<|endoftext|>') {
      return [this.vocabulary.get(word) ?? this.unkId];
    }
    return this.encoder.split(word).map((subword) => this.vocabulary.get(subword) ?? this.unkId);
  }
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

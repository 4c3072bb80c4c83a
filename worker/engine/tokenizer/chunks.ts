import type { Tokenizer } from './tokenizer.ts';

/** A part of a parsed prompt: weighted text, or a break. */
export type ChunkablePart = { text: string; weight: number } | { break: true };

/** A word that a file taught the model (textual inversion). */
export interface ConceptWord {
  /** How a prompt writes it, `<name>` as well. */
  name: string;
  /** The ids of the word's own vectors, which follow the vocabulary's. */
  vectorIds: readonly number[];
}

/** One pass of the text encoder: 77 ids and the weight of each. */
export interface TokenChunk {
  ids: number[];
  weights: number[];
}

export interface ChunkOptions {
  /** Words with vectors of their own; a concept is never cut in two. */
  concepts?: readonly ConceptWord[];
  maxChunks?: number | undefined;
}

const CHUNK_LENGTH = 75;
const COMMA_BACKTRACK = 20;

/**
 * Packs a prompt's parts into chunks of BOS + 75 + EOS, as WebUI's `sd_hijack_clip.py` does: what
 * follows a comma within the last 20 tokens of a full chunk moves to the next one, a break fills
 * its chunk, and a prompt without tokens is one chunk. With `maxChunks`, what does not fit into so
 * many is cut off where the last one is full, as CLIP's own tokenizer does.
 */
export function chunkParts(
  parts: readonly ChunkablePart[],
  tokenizer: Tokenizer,
  { concepts = [], maxChunks = Infinity }: ChunkOptions = {},
): TokenChunk[] {
  const packer = new ChunkPacker(tokenizer, maxChunks);
  for (const part of parts) {
    if ('break' in part) {
      packer.closeChunk();
      continue;
    }
    for (const piece of splitByConcepts(part.text, concepts)) {
      if (typeof piece !== 'string') packer.addConcept(piece, part.weight);
      else for (const id of tokenizer.encode(piece)) packer.addToken(id, part.weight);
    }
  }
  return packer.finish();
}

/** Cuts a text where a learned word stands, by itself or as `<word>`, in capitals or not. */
function splitByConcepts(
  text: string,
  concepts: readonly ConceptWord[],
): Array<string | ConceptWord> {
  if (concepts.length === 0) return [text];
  const byName = new Map(concepts.map((word) => [word.name.toLowerCase(), word]));
  const names = [...byName.keys()].sort((a, b) => b.length - a.length);
  const any = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const written = new RegExp(`<(${any})>|(?<![\\p{L}\\p{N}])(${any})(?![\\p{L}\\p{N}])`, 'giu');
  const pieces: Array<string | ConceptWord> = [];
  let end = 0;
  for (const match of text.matchAll(written)) {
    pieces.push(text.slice(end, match.index), byName.get((match[1] ?? match[2])!.toLowerCase())!);
    end = match.index + match[0].length;
  }
  return [...pieces, text.slice(end)];
}

/** The ids of a text with those of the learned words in it, without begin and end marks. */
export function encodeText(
  text: string,
  tokenizer: Tokenizer,
  concepts: readonly ConceptWord[],
): number[] {
  return splitByConcepts(text, concepts).flatMap((piece) =>
    typeof piece === 'string' ? tokenizer.encode(piece) : [...piece.vectorIds],
  );
}

/** How many tokens a prompt's parts take, begin and end marks and filling not counted. */
export function countTokens(parts: readonly ChunkablePart[], tokenizer: Tokenizer): number {
  const counts = parts.map((part) => ('text' in part ? tokenizer.encode(part.text).length : 0));
  return counts.reduce((sum, count) => sum + count, 0);
}

interface OpenChunk {
  ids: number[];
  weights: number[];
  lastComma: number;
}

class ChunkPacker {
  private readonly tokenizer: Tokenizer;
  private readonly chunks: TokenChunk[] = [];
  private readonly maxChunks: number;
  private open: OpenChunk = emptyChunk();

  constructor(tokenizer: Tokenizer, maxChunks: number) {
    this.tokenizer = tokenizer;
    this.maxChunks = maxChunks;
  }

  addToken(id: number, weight: number): void {
    if (this.isFull(1)) return;
    if (id === this.tokenizer.commaId) this.open.lastComma = this.open.ids.length;
    else if (this.open.ids.length === CHUNK_LENGTH) this.carryFromComma();
    if (this.open.ids.length === CHUNK_LENGTH) this.closeChunk();
    this.open.ids.push(id);
    this.open.weights.push(weight);
  }

  addConcept({ vectorIds }: ConceptWord, weight: number): void {
    if (this.isFull(vectorIds.length)) return;
    if (this.open.ids.length + vectorIds.length > CHUNK_LENGTH) this.closeChunk();
    for (const id of vectorIds) {
      this.open.ids.push(id);
      this.open.weights.push(weight);
    }
  }

  closeChunk(): void {
    const { ids, weights } = this.open;
    const { bosId, eosId, padId } = this.tokenizer;
    const filling = CHUNK_LENGTH - ids.length;
    this.chunks.push({
      ids: [bosId, ...ids, eosId, ...new Array<number>(filling).fill(padId)],
      weights: [1, ...weights, 1, ...new Array<number>(filling).fill(1)],
    });
    this.open = emptyChunk();
  }

  finish(): TokenChunk[] {
    if (this.open.ids.length > 0 || this.chunks.length === 0) this.closeChunk();
    return this.chunks.slice(0, this.maxChunks);
  }

  /** Whether no chunk is left that `count` more tokens could go into. */
  private isFull(count: number): boolean {
    const isLast = this.chunks.length >= this.maxChunks - 1;
    return isLast && this.open.ids.length + count > CHUNK_LENGTH;
  }

  /** Moves what follows a late comma into a chunk of its own, so that no phrase is cut. */
  private carryFromComma(): void {
    const { ids, weights, lastComma } = this.open;
    if (lastComma < 0 || ids.length - lastComma > COMMA_BACKTRACK) return;
    const cut = lastComma + 1;
    const carried = { ids: ids.splice(cut), weights: weights.splice(cut) };
    this.closeChunk();
    this.open = { ...carried, lastComma: -1 };
  }
}

function emptyChunk(): OpenChunk {
  return { ids: [], weights: [], lastComma: -1 };
}

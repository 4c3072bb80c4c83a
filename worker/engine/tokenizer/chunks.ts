import type { Tokenizer } from './tokenizer.ts';

/** A part of a parsed prompt: weighted text, or a break. */
export type ChunkablePart = { text: string; weight: number } | { break: true };

/** A word that a concept taught the model: its token ids, and how many vectors stand for it. */
export interface ConceptWord {
  name: string;
  ids: number[];
  vectorCount: number;
}

/** Where a concept's vectors take the place of token embeddings in a chunk. */
export interface ConceptPlace {
  name: string;
  /** Index of the first vector's token among the chunk's 77. */
  offset: number;
}

/** One pass of the text encoder: 77 ids and the weight of each. */
export interface TokenChunk {
  ids: number[];
  weights: number[];
  concepts: ConceptPlace[];
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
    const ids = tokenizer.encode(part.text);
    for (let at = 0; at < ids.length;) {
      const concept = concepts.find((word) => word.ids.every((id, i) => ids[at + i] === id));
      if (concept && concept.ids.length > 0) {
        packer.addConcept(concept, part.weight);
        at += concept.ids.length;
      } else {
        packer.addToken(ids[at] ?? tokenizer.padId, part.weight);
        at++;
      }
    }
  }
  return packer.finish();
}

/** How many tokens a prompt's parts take, begin and end marks and filling not counted. */
export function countTokens(parts: readonly ChunkablePart[], tokenizer: Tokenizer): number {
  const counts = parts.map((part) => ('text' in part ? tokenizer.encode(part.text).length : 0));
  return counts.reduce((sum, count) => sum + count, 0);
}

interface OpenChunk {
  ids: number[];
  weights: number[];
  concepts: ConceptPlace[];
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

  addConcept({ name, vectorCount }: ConceptWord, weight: number): void {
    if (this.isFull(vectorCount)) return;
    if (this.open.ids.length + vectorCount > CHUNK_LENGTH) this.closeChunk();
    this.open.concepts.push({ name, offset: this.open.ids.length + 1 });
    for (let vector = 0; vector < vectorCount; vector++) {
      this.open.ids.push(this.tokenizer.padId);
      this.open.weights.push(weight);
    }
  }

  closeChunk(): void {
    const { ids, weights, concepts } = this.open;
    const { bosId, eosId, padId } = this.tokenizer;
    const filling = CHUNK_LENGTH - ids.length;
    this.chunks.push({
      ids: [bosId, ...ids, eosId, ...new Array<number>(filling).fill(padId)],
      weights: [1, ...weights, 1, ...new Array<number>(filling).fill(1)],
      concepts,
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
    const { ids, weights, concepts, lastComma } = this.open;
    if (lastComma < 0 || ids.length - lastComma > COMMA_BACKTRACK) return;
    const cut = lastComma + 1;
    const moved = concepts.filter((place) => place.offset > cut);
    this.open.concepts = concepts.filter((place) => place.offset <= cut);
    const carried = { ids: ids.splice(cut), weights: weights.splice(cut) };
    this.closeChunk();
    const concept = moved.map(({ name, offset }) => ({ name, offset: offset - cut }));
    this.open = { ...carried, concepts: concept, lastComma: -1 };
  }
}

function emptyChunk(): OpenChunk {
  return { ids: [], weights: [], concepts: [], lastComma: -1 };
}

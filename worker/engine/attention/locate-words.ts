import type { PromptPart } from '../prompt/prompt.ts';
import type { TokenChunk } from '../tokenizer/chunks.ts';

/** A word of a prompt, and the columns of the UNet's text input that its tokens are. */
export interface WordPlace {
  text: string;
  columns: number[];
}

/** How the text encoder's vectors stand for a chunk's ids: the first vector for id `offset`. */
export interface VectorLayout {
  vectorsPerChunk: number;
  offset: number;
}

const AROUND_WORD = /^([^\p{L}\p{N}]*)(.*?)[^\p{L}\p{N}]*$/su;

/**
 * Finds the words of a prompt among its encoded chunks, punctuation around them left out. A word of
 * several tokens has several columns; one that no vector stands for is left out.
 *
 * @param encode the ids of a text, learned words as the chunks have them
 */
export function locateWords(
  parts: readonly PromptPart[],
  chunks: readonly TokenChunk[],
  encode: (text: string) => number[],
  { vectorsPerChunk, offset }: VectorLayout,
): WordPlace[] {
  const places = placeTokens(chunks);
  const words: WordPlace[] = [];
  for (const part of parts) {
    if ('break' in part) continue;
    for (const piece of part.text.split(/\s+/)) {
      const [, before = '', text = ''] = AROUND_WORD.exec(piece) ?? [];
      const from = encode(before).length;
      const length = encode(text).length;
      const taken = takeTokens(places, encode(piece));
      const columns = taken
        .slice(from, from + length)
        .map(({ chunk, index }) => ({ chunk, vector: index - offset }))
        .filter(({ vector }) => vector >= 0 && vector < vectorsPerChunk)
        .map(({ chunk, vector }) => chunk * vectorsPerChunk + vector);
      if (text && columns.length > 0) words.push({ text, columns });
    }
  }
  return words;
}

interface TokenPlace {
  id: number;
  chunk: number;
  index: number;
}

/** All ids of all chunks but the first of each, which marks its beginning. */
function placeTokens(chunks: readonly TokenChunk[]): TokenPlace[] {
  return chunks.flatMap(({ ids }, chunk) =>
    ids.slice(1).map((id, i) => ({ id, chunk, index: i + 1 })),
  );
}

/** Takes a piece's tokens off the front, past the filling that ends a chunk; none where cut off. */
function takeTokens(places: TokenPlace[], ids: readonly number[]): TokenPlace[] {
  return ids.flatMap((id) => {
    const at = places.findIndex((place) => place.id === id);
    return at < 0 ? [] : places.splice(0, at + 1).slice(-1);
  });
}

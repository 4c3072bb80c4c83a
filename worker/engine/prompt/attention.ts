import { breakPattern } from './characters.ts';
import { EMPHASIS, clampWeight, readWeight } from './weights.ts';
import type { PromptError, PromptPart, Span } from './ast.ts';
import type { Bracket, Token } from './lexer.ts';

/** A token of the grammar, or the edge of a numbered phrase of the classroom dialect. */
export type Step =
  Token | (Span & { kind: 'phrase-open' }) | (Span & { kind: 'phrase-close'; weight: number });

/** A stretch of text with the product of the weights around it. */
interface Piece {
  text: string;
  weight: number;
  kind: 'text' | 'break' | 'bracket';
}

interface OpenBracket extends Span {
  /** The piece that stands for the bracket; what it holds comes after it. */
  index: number;
}

/** Takes a prompt's steps one by one and multiplies the weights that they lie within. */
export class AttentionReader {
  readonly errors: PromptError[] = [];
  private readonly pieces: Piece[] = [];
  private readonly open: Record<Bracket, OpenBracket[]> = { round: [], square: [] };
  private readonly phraseStarts: number[] = [];

  take(step: Step): void {
    if (step.kind === 'text') this.addText(step.text);
    else if (step.kind === 'escape') this.add(step.text, 'text');
    else if (step.kind === 'open') this.openBracket(step);
    else if (step.kind === 'close') this.closeBracket(step);
    else if (step.kind === 'lora') return;
    else if (step.kind === 'phrase-open') this.phraseStarts.push(this.pieces.length);
    else this.multiplyFrom(this.phraseStarts.pop() ?? this.pieces.length, step.weight);
  }

  finish(): PromptPart[] {
    for (const bracket of ['round', 'square'] as const) {
      const unclosed = this.open[bracket];
      this.multiplyUnclosed(unclosed, defaultFactor(bracket));
      for (const opened of unclosed) {
        this.report('This bracket is never closed, so it reaches to the end.', opened);
      }
    }
    return mergePieces(this.pieces);
  }

  private addText(text: string): void {
    const parts = text.includes('BREAK') ? text.split(breakPattern()) : [text];
    for (const [index, part] of parts.entries()) {
      if (index > 0) this.add('', 'break');
      this.add(part, 'text');
    }
  }

  private add(text: string, kind: Piece['kind']): void {
    this.pieces.push({ text, weight: 1, kind });
  }

  private openBracket(token: Token & { kind: 'open' }): void {
    const { start, end, bracket } = token;
    this.open[bracket].push({ index: this.pieces.length, start, end });
    this.add('', 'bracket');
  }

  private closeBracket(token: Token & { kind: 'close' }): void {
    const opened = this.open[token.bracket].pop();
    if (!opened) {
      this.addText(token.text);
      this.report('This bracket closes nothing, so it is read as text.', token);
      return;
    }
    const weight = token.number === undefined ? undefined : readWeight(token.number);
    if (token.number !== undefined && weight === undefined) {
      const bracket = this.pieces[opened.index];
      if (bracket) Object.assign(bracket, { text: '(', kind: 'text' });
      this.addText(token.text);
      this.report(`"${token.number}" is not a number, so these brackets are read as text.`, token);
      return;
    }
    this.multiplyFrom(opened.index, weight ?? defaultFactor(token.bracket));
  }

  private multiplyFrom(index: number, factor: number): void {
    for (let at = index; at < this.pieces.length; at++) {
      const piece = this.pieces[at];
      if (piece) piece.weight = clampWeight(piece.weight * factor);
    }
  }

  /** One walk for all brackets that are still open, since there can be thousands of them. */
  private multiplyUnclosed(unclosed: OpenBracket[], factor: number): void {
    let depth = 0;
    for (const [at, piece] of this.pieces.entries()) {
      while ((unclosed[depth]?.index ?? Infinity) <= at) depth++;
      if (piece.kind === 'bracket') continue;
      for (let times = 0; times < depth; times++) piece.weight = clampWeight(piece.weight * factor);
    }
  }

  private report(message: string, { start, end }: Span): void {
    this.errors.push({ message, start, end });
  }
}

function defaultFactor(bracket: Bracket): number {
  return bracket === 'round' ? EMPHASIS : 1 / EMPHASIS;
}

/** Drops the brackets that did their work and joins neighbours of equal weight. */
function mergePieces(pieces: Piece[]): PromptPart[] {
  const parts: PromptPart[] = [];
  for (const { text, weight, kind } of pieces) {
    const last = parts.at(-1);
    if (kind === 'bracket') continue;
    if (kind === 'break') parts.push({ break: true });
    else if (last && 'text' in last && last.weight === weight) last.text += text;
    else parts.push({ text, weight });
  }
  return parts.length > 0 ? parts : [{ text: '', weight: 1 }];
}

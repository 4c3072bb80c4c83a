/** `webui` is the attention grammar of AUTOMATIC1111's WebUI; `classroom` adds `grey cat:0.7`. */
export type PromptDialect = 'webui' | 'classroom';

/** Text that is tokenised as it stands, with the factor that its tokens' embeddings take. */
export interface WeightedText {
  text: string;
  weight: number;
}

/** `BREAK`: the rest of the prompt begins a new chunk. */
export interface PromptBreak {
  break: true;
}

export type PromptPart = WeightedText | PromptBreak;

/** Something that was not read as it was probably meant; offsets are UTF-16, `end` excluded. */
export interface PromptError {
  message: string;
  start: number;
  end: number;
}

/** A stretch of the typed text. */
export interface Span {
  start: number;
  end: number;
}

/** `<lora:ink:0.8>`: a LoRA to merge into the model, and how strongly. */
export interface LoraTag extends Span {
  name: string;
  strength: number;
}

export interface ParsedPrompt {
  parts: PromptPart[];
  /** What the prompt adds to the model; it is no part of the text. */
  loras: LoraTag[];
  errors: PromptError[];
}

/** A phrase of the classroom dialect that carries a number: `grey cat` of `grey cat:0.7`. */
export interface WeightedPhrase extends Span {
  weight: number;
  /** Where the number (and the whole weighted phrase) ends. */
  numberEnd: number;
}

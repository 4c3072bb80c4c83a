/** One thing that the author of a lesson has to put right. */
export interface Mistake {
  line: number;
  message: string;
}

/** A lesson file that can't be used as it stands; the message names file and line of each mistake. */
export class LessonError extends Error {
  readonly file: string;
  readonly mistakes: Mistake[];

  constructor(file: string, mistakes: Mistake[]) {
    const sorted = [...mistakes].sort((a, b) => a.line - b.line);
    const lines = sorted.map(({ line, message }) => `${file}:${line}: ${message}`);
    super([...new Set(lines)].join('\n'));
    this.name = 'LessonError';
    this.file = file;
    this.mistakes = sorted;
  }
}

import { randomUUID } from 'node:crypto';
import { storeFile } from '#app/platform/storage.server.ts';

/** Whoever asks. All but the first have a session; the two worlds have people of their own. */
export const PERSONS = [
  'anonymous',
  'maker',
  'classmate',
  'teacher',
  'removed',
  'stranger',
  'foreignTeacher',
  'admin',
] as const;
export type PersonName = (typeof PERSONS)[number];

/** A PNG of one pixel. */
export const A_PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A text that stands in one row or file alone, and who may ever read it. */
export interface Secret {
  what: string;
  mark: string;
  seenBy: readonly PersonName[];
}

/** Keeps the marks of a world's rows and files, so that every reply can be searched for each of them. */
export class Secrets {
  readonly all: Secret[] = [];

  /** A mark for a column, which those named may read. */
  text(what: string, ...seenBy: PersonName[]): string {
    const mark = `zq${randomUUID().replaceAll('-', '').slice(0, 18)}`;
    this.all.push({ what, mark, seenBy });
    return mark;
  }

  /** A stored picture with a mark behind it. Returns its SHA-256. */
  file(what: string, ...seenBy: PersonName[]): Promise<string> {
    const mark = this.text(`bytes of ${what}`, ...seenBy);
    return storeFile(Buffer.concat([A_PICTURE, Buffer.from(mark)]));
  }

  /** The secrets in a reply that this person must not read. */
  leaks(reply: Buffer, person: PersonName): string[] {
    return this.all
      .filter(({ mark, seenBy }) => !seenBy.includes(person) && reply.includes(mark))
      .map(({ what }) => what);
  }
}

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

  /** A stored file with a mark among its bytes; Easel takes it for a PNG. Returns its SHA-256. */
  file(what: string, ...seenBy: PersonName[]): Promise<string> {
    const mark = this.text(`bytes of ${what}`, ...seenBy);
    return storeFile(Buffer.concat([Buffer.from([0x89]), Buffer.from(`PNG ${mark}`)]));
  }

  /** The secrets in a reply that this person must not read. */
  leaks(reply: Buffer, person: PersonName): string[] {
    return this.all
      .filter(({ mark, seenBy }) => !seenBy.includes(person) && reply.includes(mark))
      .map(({ what }) => what);
  }
}

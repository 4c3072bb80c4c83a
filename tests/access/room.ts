import type { PersonName, Secrets } from './secrets.ts';

/** The people and the class of a world, as the files that fill it need them. */
export interface Room {
  classId: string;
  ids: Record<Exclude<PersonName, 'anonymous'>, string>;
  secrets: Secrets;
}

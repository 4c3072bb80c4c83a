import type { PersonName } from './secrets.ts';
import { PERSONS } from './secrets.ts';
import type { World } from './world.ts';

export type Fields = Record<string, string | string[]>;

/** One request to a route and what it must do for each person. */
export interface Expectation {
  /** Which row it is about, for the test's message. */
  of?: string;
  params: (world: World) => Record<string, string>;
  query?: (world: World) => string;
  /** Fields of a POST. */
  form?: (world: World) => Fields;
  /** What a program sends, as JSON. */
  json?: (world: World) => unknown;
  /** How the request is sent, where a POST's address takes another method. */
  method?: 'DELETE';
  /** A file of a POST, in the field `picture` where no other is named. */
  file?: Buffer;
  fileField?: string;
  /** Who is answered; everybody else is sent to sign in, or told 404. */
  allowed: readonly PersonName[];
  /** Who asks; left out, everybody. */
  asks?: readonly PersonName[];
  /**
   * What those see who are not allowed. `hidden` is 404, and the rule; `refused` any refusal; `nothing` an answer
   * that did nothing.
   */
  others: 'hidden' | 'refused' | 'nothing';
  /** Whether those allowed act on rows of their own, which others then may do too. */
  isOwn: boolean;
  /** Who may read in this reply what somebody else may read anywhere. */
  readsAs?: Partial<Record<PersonName, PersonName>>;
  /** Whether those allowed look after the whole school: what they may read of one class they may of another. */
  ofTheSchool?: boolean;
  /** Who is answered where the class is in the archive; left out: the same for a GET, nobody for a POST. */
  inArchive?: readonly PersonName[];
}

type More = Partial<Omit<Expectation, 'allowed'>>;

const BASE: Omit<Expectation, 'allowed'> = {
  params: () => ({}),
  others: 'hidden',
  isOwn: false,
};
const SIGNED_IN = PERSONS.filter((person) => person !== 'anonymous');

/** For those named alone. A GET answers them, a POST changes something for the first of them. */
export function only(allowed: readonly PersonName[], more: More = {}): Expectation[] {
  return [{ ...BASE, allowed, ...more }];
}

/** For everybody with a session; each sees their own. */
export function signedIn(more: More = {}): Expectation[] {
  return [{ ...BASE, allowed: SIGNED_IN, isOwn: true, ...more }];
}

/** A page for the whole world. */
export function anyone(more: More = {}): Expectation[] {
  return [{ ...BASE, allowed: PERSONS, isOwn: true, ...more }];
}

/** A POST that is refused to all, whoever sends it: a wrong code, a used link. */
export function refused(form: Fields, more: More = {}): Expectation[] {
  return [{ ...BASE, allowed: [], others: 'refused', form: () => form, ...more }];
}

/** The same for several rows, with those who may see each. */
export function rows<Row extends string>(
  seenBy: Partial<Record<Row, readonly PersonName[]>>,
  params: (world: World, row: Row) => Record<string, string>,
  more: More = {},
): Expectation[] {
  return (Object.entries(seenBy) as [Row, readonly PersonName[]][]).flatMap(([row, allowed]) =>
    only(allowed, { of: row, params: (world) => params(world, row), ...more }),
  );
}

/** The made-up class: nobody here is anyone. */
export const DEMO_TEACHER = { username: 'ms-marigold', displayName: 'Ms Marigold' };

export const DEMO_STUDENTS = [
  { username: 'pip-otter', displayName: 'Pip Otter' },
  { username: 'juno-fern', displayName: 'Juno Fern' },
  { username: 'koa-pebble', displayName: 'Koa Pebble' },
  { username: 'wren-maple', displayName: 'Wren Maple' },
  { username: 'ravi-comet', displayName: 'Ravi Comet' },
  { username: 'lumi-birch', displayName: 'Lumi Birch' },
];

export const DEMO_CLASS_NAME = 'Sunflower class';

/** Whether this username is one of the made-up people with one-click sign-in. */
export function isDemoPerson(username: string): boolean {
  return [DEMO_TEACHER, ...DEMO_STUDENTS].some((person) => person.username === username);
}

/** What a token may be allowed to do. Models and samplers are shown to every token. */
export const SCOPES = {
  'pictures:make': 'Make pictures',
  'pictures:read': 'See pictures and how they stand',
  'lessons:read': 'Read the lessons and how far you are',
  'log:read': 'Read the log of your pictures',
  tables: 'Make pictures from tables',
  renders: 'Run automatic pictures',
  webhooks: 'Be told when a picture is ready',
} as const;

export type Scope = keyof typeof SCOPES;

export const SCOPE_IDS = Object.keys(SCOPES) as [Scope, ...Scope[]];

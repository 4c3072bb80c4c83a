/** The kind words that one can say of a picture. Nothing else, and nothing that ranks. */
export const REACTIONS = {
  colours: 'I like the colours',
  story: 'It tells a story',
  smile: 'It made me smile',
  idea: 'It gave me an idea',
} as const;
export type Reaction = keyof typeof REACTIONS;
export const REACTION_KINDS = Object.keys(REACTIONS) as [Reaction, ...Reaction[]];

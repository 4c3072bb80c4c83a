/** What can be guessed of a class's pictures. */
export const GAMES = {
  prompt: {
    title: 'Guess the prompt',
    lead: 'One picture, four prompts of your class. Which one made it?',
  },
  weight: {
    title: 'Guess the weight',
    lead: 'One prompt, and one weight that differs. Which picture has it strongest?',
  },
} as const;
export type Game = keyof typeof GAMES;

export function isGame(name: string | undefined): name is Game {
  return name !== undefined && Object.hasOwn(GAMES, name);
}

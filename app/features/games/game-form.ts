import { z } from 'zod';

/** A guess: which of a round's pictures or prompts. */
export const guessFormSchema = z.object({
  round: z.string().uuid(),
  choice: z.string({ required_error: 'Choose one.' }).uuid(),
});

const id = z.string().uuid().nullable().catch(null);

/** What a game's address says; what somebody mistyped counts as not said. */
export function readGameSearch(url: string): { classId: string | null; round: string | null } {
  const search = new URL(url).searchParams;
  return { classId: id.parse(search.get('class')), round: id.parse(search.get('round')) };
}

/** The address of a game, with its class where it is not the one that one works in, and a round. */
export function gameUrl(game: string, classId: string | null, round?: string | null): string {
  const search = new URLSearchParams({
    ...(classId && { class: classId }),
    ...(round && { round }),
  });
  return `/games/${game}${search.size > 0 ? `?${search}` : ''}`;
}

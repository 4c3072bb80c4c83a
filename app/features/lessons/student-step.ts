import type { Activity, LessonPicture, Step } from '#lessons/schema.ts';

type WithoutAnswer<T> = T extends { choices: unknown }
  ? Omit<T, 'choices' | 'answer'> & { choices: string[] }
  : T;

/** An activity as it may leave the server for a student: no answer, no feedback. */
export type StudentActivity = WithoutAnswer<Activity>;

export interface StudentStep extends Pick<Step, 'id' | 'title' | 'blocks'> {
  activity: StudentActivity | null;
}

/** The settings under an example picture; a secret picture has none. */
export type PictureCaption = Omit<LessonPicture, 'secret'>;

/** A step without what only the teacher may read. */
export function hideAnswers({ id, title, blocks, activity }: Step): StudentStep {
  if (!activity || !('choices' in activity)) return { id, title, blocks, activity };
  const { choices, ...rest } = activity;
  if ('answer' in rest) delete (rest as { answer?: number }).answer;
  const texts = choices.map(({ text }) => text);
  return { id, title, blocks, activity: { ...rest, choices: texts } as StudentActivity };
}

/** What may be said under each picture of a lesson. */
export function captionPictures(
  pictures: Record<string, LessonPicture>,
): Record<string, PictureCaption> {
  return Object.fromEntries(
    Object.entries(pictures).flatMap(([file, { secret, ...caption }]) =>
      secret ? [] : [[file, caption]],
    ),
  );
}

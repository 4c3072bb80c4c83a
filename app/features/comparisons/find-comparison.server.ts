import { visibleTo } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { diffPrompts } from './diff-prompts.ts';
import { findDifferingFields } from './find-differing-fields.ts';
import { listComparedSettings } from './list-compared-settings.ts';

export type ComparisonPage = NonNullable<Awaited<ReturnType<typeof findComparison>>>;
export type ComparedPicture = ComparisonPage['pictures'][number];

/**
 * Pictures beside each other, in the order of `pictureIds`: what differs between them, whether that is a fair
 * test, and each prompt marked against the first one's. Null where this person may not see one of them.
 */
export async function findComparison(options: { viewerId: string; pictureIds: string[] }) {
  const { viewerId, pictureIds } = options;
  const found = await db.picture.findMany({
    where: { AND: [{ id: { in: pictureIds } }, await visibleTo(viewerId)] },
    include: { generation: { include: { user: { select: { displayName: true } } } } },
  });
  const pictures = pictureIds.flatMap((id) => found.find((picture) => picture.id === id) ?? []);
  const [first] = pictures;
  if (!first || pictures.length < pictureIds.length) return null;
  const generations = pictures.map(({ generation }) => generation);
  const { differing, controlled } = findDifferingFields(
    generations.slice(0, 1),
    generations.slice(1),
  );
  return {
    differing,
    controlled,
    settings: listComparedSettings(generations, differing),
    pictures: pictures.map(({ id, alt, widthPx, heightPx, generation }, index) => {
      const { userId, user, prompt } = generation;
      const [before, after] = diffPrompts(first.generation.prompt, prompt);
      return {
        id,
        alt,
        widthPx,
        heightPx,
        label: 'ABCD'.charAt(index),
        madeBy: userId === viewerId ? 'you' : user.displayName,
        tokens: index === 0 ? after.map((token) => ({ ...token, isShared: true })) : after,
        /** What the first prompt has and this one has not. */
        missing: before
          .filter(({ isShared }) => !isShared)
          .map(({ text }) => text)
          .join('')
          .trim(),
      };
    }),
  };
}

import { UserError } from '#app/platform/user-error.ts';
import type { Portfolio, PortfolioPicture, Prisma } from '#prisma/generated/client.ts';
import { checkWords } from '#worker/moderation/words.ts';
import { lockPortfolio } from './lock-portfolio.server.ts';
import type { PortfolioDraft } from './portfolio-form.ts';

/** Sentences for fields whose words were not taken, by the field's name. */
export type RefusedWords = Record<string, string[]>;

interface Written {
  portfolio: Portfolio & { pictures: PortfolioPicture[] };
  refused: RefusedWords;
}

/**
 * Writes a portfolio as its student has it now. Words that the filter refuses are not written: the field keeps
 * what it had, and `refused` says so; all else is kept.
 *
 * Throws a UserError (409) where another window has saved since, and a 404 response for a picture that is not
 * the student's.
 */
export async function writePortfolio(
  transaction: Prisma.TransactionClient,
  options: { userId: string; classId: string; draft: PortfolioDraft },
): Promise<Written> {
  const { userId, classId, draft } = options;
  const { id, draftRevision, ...before } = await lockPortfolio(transaction, { userId, classId });
  if (draftRevision !== draft.draftRevision)
    throw new UserError(
      'Your portfolio was changed in another window. Load the page again to go on from there.',
      { status: 409 },
    );
  const items = draft.items.filter(
    ({ pictureId }, index) =>
      draft.items.findIndex((each) => each.pictureId === pictureId) === index,
  );
  await refuseForeign(transaction, { userId, classId, portfolioId: id, items });
  const captions = new Map(
    (await transaction.portfolioPicture.findMany({ where: { portfolioId: id } })).map(
      ({ pictureId, caption }) => [pictureId, caption],
    ),
  );
  const refused: RefusedWords = {};
  const take = (field: string, words: string, had: string) => {
    if (checkWords(words, { strictness: 'strict' }).decision === 'allow') return words;
    refused[field] = ['Some of these words do not belong here. Say it another way.'];
    return had;
  };
  const data = {
    title: take('title', draft.title, before.title),
    introduction: take('introduction', draft.introduction, before.introduction),
    draftRevision: { increment: 1 },
  };
  await transaction.portfolioPicture.deleteMany({ where: { portfolioId: id } });
  await transaction.portfolioPicture.createMany({
    data: items.map(({ pictureId, caption, showsProcess }, position) => ({
      portfolioId: id,
      pictureId,
      position,
      caption: take(`caption-${pictureId}`, caption, captions.get(pictureId) ?? ''),
      showsProcess,
    })),
  });
  const include = { pictures: { orderBy: { position: 'asc' } } } as const;
  return {
    portfolio: await transaction.portfolio.update({ where: { id }, data, include }),
    refused,
  };
}

async function refuseForeign(
  transaction: Prisma.TransactionClient,
  options: { userId: string; classId: string; portfolioId: string; items: { pictureId: string }[] },
): Promise<void> {
  const { userId, classId, portfolioId, items } = options;
  const own = await transaction.picture.count({
    where: {
      id: { in: items.map(({ pictureId }) => pictureId) },
      generation: { userId, classId },
      // One that is held again after it was put in keeps its place.
      OR: [{ state: 'approved' }, { portfolios: { some: { portfolioId } } }],
    },
  });
  if (own !== items.length) throw new Response(null, { status: 404 });
}

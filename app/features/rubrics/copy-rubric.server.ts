import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { rubricSelect } from './find-rubric.server.ts';

/** Gives an assignment its own copy of the rubric of another one in a class that the teacher teaches. */
export async function copyRubric(
  transaction: Prisma.TransactionClient,
  options: { teacherId: string; fromId: string; toId: string },
): Promise<void> {
  const { teacherId, fromId, toId } = options;
  const source = await transaction.assignment.findFirst({
    where: { id: fromId, class: taughtBy(teacherId) },
    select: { criteria: rubricSelect },
  });
  if (!source) throw new Response(null, { status: 404 });
  for (const [position, { name, description, levels }] of source.criteria.entries())
    await transaction.criterion.create({
      data: {
        assignmentId: toId,
        position,
        name,
        description,
        levels: {
          create: levels.map((level, place) => ({
            position: place,
            name: level.name,
            points: level.points,
          })),
        },
      },
    });
}

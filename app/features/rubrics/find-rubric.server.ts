import type { Prisma } from '#prisma/generated/client.ts';

/** How a query reads an assignment's rubric, in order. */
export const rubricSelect = {
  orderBy: [{ position: 'asc' }, { id: 'asc' }],
  select: {
    id: true,
    name: true,
    description: true,
    levels: {
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true, name: true, points: true },
    },
  },
} satisfies Prisma.Assignment$criteriaArgs;

type TimeField = 'createdAt' | 'shownAt';

/** Oldest first; the id decides between rows of one moment. */
export function oldestFirst<Field extends TimeField>(field: Field) {
  return [{ [field]: 'asc' } as Record<Field, 'asc'>, { id: 'asc' as const }];
}

/** The condition of rows that stand after this one in that order; of all rows without one. */
export function standAfter<Field extends TimeField>(
  field: Field,
  row: ({ id: string } & Record<Field, Date>) | undefined,
) {
  if (!row) return {};
  return { OR: [{ [field]: { gt: row[field] } }, { [field]: row[field], id: { gt: row.id } }] };
}

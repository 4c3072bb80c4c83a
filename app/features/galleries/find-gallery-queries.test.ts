import '#tests/database/own-database.ts';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { pool } from '#app/platform/db.server.ts';
import { galleryCursorSchema } from '#app/features/pictures/gallery-cursor.ts';
import { createMadeUpClass } from '#tests/gallery/made-up-pictures.ts';
import { findGallery } from './find-gallery.server.ts';
import type { GalleryFilter, Shelf } from './gallery-filter.ts';

let room: Awaited<ReturnType<typeof createMadeUpClass>>;

beforeAll(async () => {
  room = await createMadeUpClass(12_000);
});

/** Runs one page and returns the statements that it sent. */
async function watch(shelf: Shelf, filter: Partial<GalleryFilter> = {}, take = 24) {
  const sent: { text: string; values: unknown[] }[] = [];
  const query = vi.spyOn(pool, 'query');
  const { viewerId, classId } = room;
  const page = await findGallery({ viewerId, classId, shelf, filter, take });
  for (const [config] of query.mock.calls as unknown as [{ text: string; values: unknown[] }][])
    sent.push({ text: config.text, values: config.values });
  query.mockRestore();
  return { page, sent };
}

async function explain({ text, values }: { text: string; values: unknown[] }): Promise<string> {
  const { rows } = await pool.query(`EXPLAIN ${text}`, values);
  return rows.map((row) => Object.values(row)[0]).join('\n');
}

describe('a page of a gallery', () => {
  it.each([
    ['own', {}],
    ['class', {}],
    ['class', { words: 'robots', lesson: 'lesson-6', model: 'starter', from: '2020-01-01' }],
    ['school', {}],
  ] as const)('of the %s shelf is one query, however many it shows: %o', async (shelf, filter) => {
    expect((await watch(shelf, filter, 5)).sent).toHaveLength(1);
    const { sent, page } = await watch(shelf, filter, 100);
    expect(sent).toHaveLength(1);
    expect(page.pictures.length).toBeGreaterThan(shelf === 'own' ? 50 : 5);
  });

  it.each([
    ['class', {}, 'Generation_class_shelf_idx'],
    ['school', {}, 'Generation_school_shelf_idx'],
    ['own', {}, 'Generation_own_shelf_idx'],
    ['class', { words: 'zeppelin' }, 'Generation_search_idx'],
  ] as const)('of the %s shelf (%o) is read from its index %s', async (shelf, filter, index) => {
    const { sent } = await watch(shelf, filter);
    expect(await explain(sent[0]!)).toContain(index);
  });

  it('finds words in English, as they stand, and together', async () => {
    const count = async (words: string) =>
      (await watch('class', { words }, 12_000)).page.pictures.length;
    expect(await count('zeppelins')).toBe(12);
    expect(await count('cat beach')).toBe(300);
    expect(await count('"red fox" -snow')).toBe(1_200);
    expect(await count('unicorn')).toBe(0);
    expect(await count("' OR 1=1 --")).toBe(0);
  });

  it('keeps to the filter on every page', async () => {
    const { viewerId, classId, student } = room;
    let after;
    let seen = 0;
    do {
      const filter = { student, model: 'turbo' };
      const page = await findGallery({
        viewerId,
        classId,
        shelf: 'class',
        filter,
        after,
        take: 40,
      });
      seen += page.pictures.length;
      after = page.next ? galleryCursorSchema.parse(page.next) : undefined;
    } while (after);
    expect(seen).toBe(400);
  });
});

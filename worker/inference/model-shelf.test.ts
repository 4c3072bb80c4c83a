import { expect, test } from 'vitest';
import type { Model } from '#worker/engine/engine.ts';
import { createModelShelf } from './model-shelf.ts';

function shelfThatTells() {
  const news: string[] = [];
  const shelf = createModelShelf(async (modelId) => {
    await Promise.resolve();
    news.push(`load ${modelId}`);
    if (modelId === 'broken') throw new Error('broken');
    return {
      name: modelId,
      close: async () => void news.push(`close ${modelId}`),
    } as unknown as Model;
  });
  return { shelf, news };
}

test('who asks at the same time shares one load', async () => {
  const { shelf, news } = shelfThatTells();
  await Promise.all([shelf.use('a', async () => {}), shelf.use('a', async () => {})]);
  expect(news).toEqual(['load a']);
});

test('a third model takes the place of the one that was used longest ago', async () => {
  const { shelf, news } = shelfThatTells();
  for (const id of ['a', 'b', 'a', 'c', 'a']) await shelf.use(id, async () => {});
  expect(news).toEqual(['load a', 'load b', 'load c', 'close b']);
});

test('a model is not closed while a picture is made with it', async () => {
  const { shelf, news } = shelfThatTells();
  let end = () => {};
  const held = shelf.use('a', () => new Promise<void>((resolve) => (end = resolve)));
  for (const id of ['b', 'c', 'd']) await shelf.use(id, async () => {});
  expect(news).not.toContain('close a');
  end();
  await held;
  await shelf.use('e', async () => {});
  expect(news).toContain('close a');
});

test('a load that failed is tried again', async () => {
  const { shelf, news } = shelfThatTells();
  for (let i = 0; i < 2; i++) {
    await expect(shelf.use('broken', async () => {})).rejects.toThrow('broken');
  }
  expect(news).toEqual(['load broken', 'load broken']);
});

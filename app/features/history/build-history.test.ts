import { expect, it } from 'vitest';
import { buildHistory } from './build-history.ts';
import type { HistoryGeneration, HistoryNode } from './build-history.ts';

const base: Omit<HistoryGeneration, 'id' | 'parentId' | 'createdAt' | 'pictures'> = {
  prompt: 'a red house, in the snow',
  dialect: 'classroom',
  negativePrompt: '',
  seed: 7n,
  noiseSource: 'torch-cpu',
  steps: 20,
  guidance: 4,
  sampler: 'euler',
  schedule: 'default',
  widthPx: 128,
  heightPx: 128,
  modelId: 'starter',
  mode: 'text-to-image',
  strength: null,
};

function made(id: number, parent: number | null, change: Partial<HistoryGeneration> = {}) {
  return {
    ...base,
    id: `g${id}`,
    parentId: parent === null ? null : `g${parent}`,
    createdAt: new Date(id * 1000),
    pictures: [{ id: `p${id}`, alt: `picture ${id}` }],
    ...change,
  };
}

const shape = ({ id, children }: HistoryNode): unknown => [id, children.map(shape)];

it('hangs each picture under the one it came from, newest trees first, children in order', () => {
  const trees = buildHistory([made(4, 1), made(1, null), made(2, 1), made(3, 2), made(5, 99)]);
  expect(trees.map(shape)).toEqual([
    ['g5', []],
    [
      'g1',
      [
        ['g2', [['g3', []]]],
        ['g4', []],
      ],
    ],
  ]);
});

it('names on each edge what differs, with the values', () => {
  const [root] = buildHistory([
    made(1, null),
    made(2, 1, { guidance: 7, seed: 8n }),
    made(3, 1, { prompt: 'a red house:0.5, at night' }),
    made(4, 1),
  ]);
  const [settings, words, same] = root!.children.map(({ change }) => change!);
  expect(root!.change).toBeNull();
  expect(settings).toEqual({
    phrases: null,
    settings: [
      { name: 'seed', before: '7', after: '8' },
      { name: 'guidance', before: '4', after: '7' },
    ],
  });
  expect(words!.phrases).toMatchObject({
    removed: ['a red house', 'in the snow'],
    added: ['a red house:0.5', 'at night'],
  });
  expect(same).toEqual({ phrases: null, settings: [] });
});

it('keeps the place of a run without a picture, and builds hundreds in a chain', () => {
  const chain = Array.from({ length: 400 }, (_, i) => made(i, i === 0 ? null : i - 1));
  chain[1] = { ...chain[1]!, pictures: [] };
  let node = buildHistory(chain)[0]!;
  for (let depth = 1; depth < 400; depth++) {
    node = node.children[0]!;
    if (depth === 1) expect(node.picture).toBeNull();
  }
  expect(node.id).toBe('g399');
});

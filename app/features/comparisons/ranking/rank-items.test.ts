import { describe, expect, it } from 'vitest';
import { choosePair } from './choose-pair.ts';
import { drawNumbers } from './draw-numbers.ts';
import { fitBradleyTerry } from './fit-bradley-terry.ts';
import type { JudgedPair } from './judged-pair.ts';
import { rankItems } from './rank-items.ts';

const won = (leftId: string, rightId: string): JudgedPair => ({ leftId, rightId, verdict: 'left' });

describe('fitBradleyTerry', () => {
  it('finds the strength that the likelihood has its top at', () => {
    // With one drawn game in advance: 3.5 of 5 games won against an item that lost as many.
    const strengths = fitBradleyTerry(['a', 'b'], [won('a', 'b'), won('a', 'b'), won('a', 'b')]);
    const [a, b] = [Math.exp(strengths.get('a')!), Math.exp(strengths.get('b')!)];
    expect(3.5 - (3 * a) / (a + b) - a / (a + 1)).toBeCloseTo(0, 6);
    expect(0.5 - (3 * b) / (a + b) - b / (b + 1)).toBeCloseTo(0, 6);
  });

  it('counts a tie as half a win for each, and "both bad" as a tie', () => {
    for (const verdict of ['tie', 'bothBad'] as const) {
      const strengths = fitBradleyTerry(['a', 'b'], [{ leftId: 'a', rightId: 'b', verdict }]);
      expect([...strengths.values()]).toEqual([0, 0]);
    }
    const halves: JudgedPair[] = [won('a', 'b'), won('b', 'a')];
    expect(fitBradleyTerry(['a', 'b'], halves).get('a')).toBeCloseTo(0);
  });

  it('keeps an item that won all its games finite, and above the others', () => {
    const ids = ['a', 'b', 'c'];
    const pairs = Array.from({ length: 500 }, () => [won('a', 'b'), won('b', 'c')]).flat();
    const { items } = rankItems(ids, pairs, 20);
    expect(items.map(({ id }) => id)).toEqual(ids);
    for (const { strength, low, high } of items)
      expect([strength, low, high].every(Number.isFinite)).toBe(true);
  });
});

describe('rankItems', () => {
  it('does not depend on the order of judgements or of items, nor on who stood left', () => {
    const { ids, pairs } = judgeClass(3);
    const ranked = rankItems(ids, pairs);
    const reversed = rankItems([...ids].reverse(), [...pairs].reverse());
    expect(reversed).toEqual(ranked);
    const mirrored = pairs.map(({ leftId, rightId, verdict }): JudgedPair => ({
      leftId: rightId,
      rightId: leftId,
      verdict: verdict === 'left' ? 'right' : verdict === 'right' ? 'left' : verdict,
    }));
    const order = ({ items }: typeof ranked) => items.map(({ id }) => id);
    expect(order(rankItems(ids, mirrored))).toEqual(order(ranked));
  });

  it('reports sets that were never compared, and single items', () => {
    const { sets, items } = rankItems(
      ['a', 'b', 'c', 'd', 'e', 'f'],
      [won('a', 'b'), won('b', 'c'), won('d', 'e'), won('a', 'gone')],
    );
    expect(sets).toEqual([['a', 'b', 'c'], ['d', 'e'], ['f']]);
    expect(items.find(({ id }) => id === 'f')).toMatchObject({ judged: 0, strength: 0 });
  });

  it('gives an item that was judged more a narrower interval', () => {
    const width = (times: number) => {
      const pairs = Array.from({ length: times }, (_, i) =>
        i % 3 ? won('a', 'b') : won('b', 'a'),
      );
      const { high, low } = rankItems(['a', 'b'], pairs).items[0]!;
      return high - low;
    };
    expect(width(90)).toBeLessThan(width(9));
  });

  it('finds a known order again from 5 judgements of each of 30 students', () => {
    const spearmans = Array.from({ length: 20 }, (_, seed) => {
      const { ids, pairs } = judgeClass(seed);
      const order = rankItems(ids, pairs, 0).items.map(({ id }) => id);
      return spearman(ids, order);
    });
    const mean = spearmans.reduce((sum, each) => sum + each, 0) / spearmans.length;
    expect(mean).toBeGreaterThan(0.8);
    expect(Math.min(...spearmans)).toBeGreaterThan(0.6);
  });
});

describe('choosePair', () => {
  it('deals all pictures about equally often, connects them, and repeats no pair for a student', () => {
    const { ids, pairs, students } = judgeClass(1);
    const counts = ids.map(
      (id) => pairs.filter(({ leftId, rightId }) => leftId === id || rightId === id).length,
    );
    expect([Math.min(...counts), Math.max(...counts)]).toEqual([10, 10]);
    expect(rankItems(ids, pairs, 0).sets).toHaveLength(1);
    for (const own of students) {
      const names = own.map(({ leftId, rightId }) => [leftId, rightId].sort().join());
      expect(new Set(names).size).toBe(names.length);
    }
    const left = pairs.filter(({ leftId, rightId }) => leftId < rightId).length;
    expect(left / pairs.length).toBeGreaterThan(0.35);
    expect(left / pairs.length).toBeLessThan(0.65);
  });

  it('has no pair left once a student has judged them all', () => {
    const options = { itemIds: ['a', 'b'], draw: () => 0 };
    const pair = choosePair({ ...options, dealt: [], own: [] });
    expect(pair).toEqual({ leftId: 'a', rightId: 'b' });
    expect(choosePair({ ...options, dealt: [], own: [pair!] })).toBeNull();
    expect(choosePair({ ...options, itemIds: ['a'], dealt: [], own: [] })).toBeNull();
  });
});

/**
 * Thirty students judge five pairs each of thirty pictures, item-00 the best, as the model says: strengths
 * evenly from 2.5 to -2.5 in logs, and a tie one time in ten.
 */
function judgeClass(seed: number) {
  const draw = drawNumbers(seed + 1000);
  const ids = Array.from({ length: 30 }, (_, i) => `item-${String(i).padStart(2, '0')}`);
  const strength = (id: string) => 2.5 - (5 * ids.indexOf(id)) / 29;
  const pairs: JudgedPair[] = [];
  const students: JudgedPair[][] = Array.from({ length: 30 }, () => []);
  for (let turn = 0; turn < 5; turn++)
    for (const own of students) {
      const pair = choosePair({ itemIds: ids, dealt: pairs, own, draw })!;
      const leftWins = 1 / (1 + Math.exp(strength(pair.rightId) - strength(pair.leftId)));
      const verdict = draw() < 0.1 ? 'tie' : draw() < leftWins ? 'left' : 'right';
      own.push({ ...pair, verdict });
      pairs.push({ ...pair, verdict });
    }
  return { ids, pairs, students };
}

/** Spearman's rank correlation of two orders of the same items. */
function spearman(truth: string[], order: string[]): number {
  const n = truth.length;
  const squares = truth.reduce((sum, id, place) => sum + (place - order.indexOf(id)) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}

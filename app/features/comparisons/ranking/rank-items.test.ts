import { describe, expect, it } from 'vitest';
import { judgeClass } from '#tests/ranking/judge-class.ts';
import { kendall, spearman } from '#tests/ranking/rank-correlation.ts';
import { choosePair } from './choose-pair.ts';
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
    const orders = Array.from({ length: 20 }, (_, seed) => {
      const { ids, pairs } = judgeClass(seed);
      return { ids, order: rankItems(ids, pairs, 0).items.map(({ id }) => id) };
    });
    const spearmans = orders.map(({ ids, order }) => spearman(ids, order));
    expect(mean(spearmans)).toBeGreaterThan(0.8);
    expect(Math.min(...spearmans)).toBeGreaterThan(0.6);
    expect(mean(orders.map(({ ids, order }) => kendall(ids, order)))).toBeGreaterThan(0.65);
    expect(kendall(['a', 'b', 'c'], ['a', 'c', 'b'])).toBeCloseTo(1 / 3);
    expect(kendall(['a', 'b', 'c'], ['c', 'b', 'a'])).toBe(-1);
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

const mean = (values: number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;

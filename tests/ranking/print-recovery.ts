import { rankItems } from '#app/features/comparisons/ranking/rank-items.ts';
import { judgeClass } from './judge-class.ts';
import { kendall, spearman } from './rank-correlation.ts';

const CLASSES = 100;

/** How well a class's ranking finds the true order again, by how many pairs each student judged. */
console.log(`30 students, 30 pictures, ${CLASSES} simulated classes; mean (worst class)`);
console.log('judgements a student | Kendall tau | Spearman rho | sets never compared');
for (const pairsEach of [1, 2, 3, 5, 10, 20]) {
  const classes = Array.from({ length: CLASSES }, (_, seed) => {
    const { ids, pairs } = judgeClass(seed, pairsEach);
    const { items, sets } = rankItems(ids, pairs, 0);
    const order = items.map(({ id }) => id);
    return { tau: kendall(ids, order), rho: spearman(ids, order), apart: sets.length - 1 };
  });
  const sum = (read: (one: (typeof classes)[number]) => number) => {
    const values = classes.map(read);
    const mean = values.reduce((total, each) => total + each, 0) / CLASSES;
    return `${mean.toFixed(3)} (${Math.min(...values).toFixed(3)})`;
  };
  const apart = classes.reduce((total, one) => total + one.apart, 0) / CLASSES;
  console.log(`${pairsEach} | ${sum(({ tau }) => tau)} | ${sum(({ rho }) => rho)} | ${apart}`);
}

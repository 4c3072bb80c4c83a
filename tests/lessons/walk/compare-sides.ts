import type { Page } from 'playwright-core';
import type { Hand } from './hand.ts';

/** Tries pairs of pictures until the page calls one a fair test; answers with what it said of the others. */
export async function compareSides(hand: Hand): Promise<string[]> {
  const { page } = hand;
  const refusals: string[] = [];
  const side = (name: string) => page.locator(`input[name=${name}]`);
  const count = await side('left').count();
  for (const [left, right] of listPairs(count)) {
    await hand.choose(side('left').nth(left));
    await hand.choose(side('right').nth(right));
    await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      hand.press(page.getByRole('button', { name: 'Is this a fair test?' })),
    ]);
    const refusal = await readAnswer(page);
    if (refusal === null) return refusals;
    refusals.push(refusal);
  }
  throw new Error(`No pair is a fair test: ${refusals.join(' | ')}`);
}

/** What is wrong with the pair; null where it was taken. */
async function readAnswer(page: Page): Promise<string | null> {
  const taken = page.getByText('A fair test', { exact: true });
  const refused = page.getByText(
    /^(Not a fair test yet|Both sides are the same|Here .* changed|A fair test needs)/,
  );
  await taken.or(refused).first().waitFor();
  return (await taken.count()) > 0 ? null : refused.first().innerText();
}

/** The pair that lies furthest apart first: what differs in two things shows what the page says of it. */
function listPairs(count: number): [number, number][] {
  const pairs: [number, number][] = [[0, count - 1]];
  for (let left = 0; left < count; left++)
    for (let right = left + 1; right < count; right++) pairs.push([left, right]);
  return pairs;
}

import type { Hand } from './hand.ts';

/** Tries pairs of pictures until the page calls one a fair test. Throws with what it said where it calls none so. */
export async function compareSides(hand: Hand): Promise<void> {
  const { page } = hand;
  const side = (name: string) => page.locator(`input[name=${name}]`);
  const refused = page.getByText(
    /^(Not a fair test yet|Both sides are the same|Here |A fair test needs)/,
  );
  for (const [left, right] of listPairs(await side('left').count())) {
    await hand.choose(side('left').nth(left));
    await hand.choose(side('right').nth(right));
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      hand.press(page.getByRole('button', { name: 'Is this a fair test?' })),
    ]);
    if (answer.status() < 400) return page.getByText('A fair test', { exact: true }).waitFor();
    await refused.first().waitFor();
  }
  throw new Error(`No pair is a fair test: ${await refused.first().innerText()}`);
}

/** The pair that lies furthest apart first: what differs in two things shows what the page says of it. */
function listPairs(count: number): [number, number][] {
  const pairs: [number, number][] = [[0, count - 1]];
  for (let left = 0; left < count; left++)
    for (let right = left + 1; right < count; right++) pairs.push([left, right]);
  return pairs;
}

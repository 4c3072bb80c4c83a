import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { startPictureGate, type PictureGate } from '#worker/moderation/pictures/gate.ts';
import { GATE_FAULTS } from './gate-faults.ts';

const PICTURE = { widthPx: 16, heightPx: 16, data: new Uint8Array(16 * 16 * 3).fill(200) };
const TIMEOUTS = { startTimeoutMs: 45_000, timeoutMs: 1_000 };

let gate: PictureGate | null = null;

function startFaulty(file: string, timeouts: typeof TIMEOUTS = TIMEOUTS): PictureGate {
  const childPath = fileURLToPath(new URL(`./gates/${file}.ts`, import.meta.url));
  gate = startPictureGate({ ...timeouts, childPath });
  return gate;
}

afterEach(async () => {
  await gate?.close();
  gate = null;
});

describe('a picture gate with a fault', { timeout: 90_000 }, () => {
  it.each(GATE_FAULTS)('holds every picture: %s', async (file, reason) => {
    const faulty = startFaulty(file);
    // The second one meets a gate that has been started again.
    const verdicts = [await faulty.check(PICTURE), await faulty.check(PICTURE)];
    for (const verdict of verdicts)
      expect(verdict).toMatchObject({ decision: 'hold', scores: null, reason });
  });

  it('holds where the model never finishes loading', async () => {
    const verdict = await startFaulty('never-ready', { ...TIMEOUTS, startTimeoutMs: 500 }).check(
      PICTURE,
    );
    expect(verdict).toMatchObject({ decision: 'hold', reason: 'not-started' });
  });

  it('holds every picture that waits behind the one that kills it', async () => {
    const faulty = startFaulty('killed');
    const verdicts = await Promise.all([1, 2, 3].map(() => faulty.check(PICTURE)));
    expect(verdicts.map((each) => each.decision)).toEqual(['hold', 'hold', 'hold']);
  });

  it('holds what comes after it is closed', async () => {
    const closed = startFaulty('throws');
    await closed.close();
    expect(await closed.check(PICTURE)).toMatchObject({ decision: 'hold', reason: 'closed' });
  });

  it('lets pass what frightens it at one look of four, with the mean of them', async () => {
    const unsure = startFaulty('unsure');
    const verdicts = [await unsure.check(PICTURE), await unsure.check(PICTURE)];
    for (const verdict of verdicts) {
      expect(verdict).toMatchObject({ decision: 'pass', reason: 'clear' });
      expect(verdict.scores?.porn).toBeCloseTo(0.3);
    }
  });

  it('holds what looks the same in every view', async () => {
    const verdict = await startFaulty('sure').check(PICTURE);
    expect(verdict).toMatchObject({ decision: 'hold', reason: 'porn' });
    expect(verdict.scores?.porn).toBeCloseTo(0.7);
  });

  it('holds a picture whose looks take longer than one picture may', async () => {
    const verdict = await startFaulty('slow').check(PICTURE);
    expect(verdict).toMatchObject({ decision: 'hold', scores: null, reason: 'timeout' });
  });
});

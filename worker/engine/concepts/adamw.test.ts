import { expect, it } from 'vitest';
import { startLearning, stepAdamW } from './adamw.ts';

it('takes the steps that torch.optim.AdamW takes', () => {
  const learning = startLearning(Float32Array.of(1, -2, 0.5));
  // torch 2.15, lr=0.1 and its other defaults.
  const steps = [
    { gradient: [0.1, -0.2, 0.3], values: [0.899, -1.898, 0.3995] },
    { gradient: [0.4, 0, -0.5], values: [0.8096634, -1.8290962, 0.4284566] },
    { gradient: [-0.6, 0.7, 0], values: [0.822808, -1.8744791, 0.4507205] },
  ];
  steps.forEach(({ gradient, values }, i) => {
    stepAdamW(learning, Float32Array.from(gradient), i + 1, { learningRate: 0.1 });
    learning.values.forEach((value, at) => expect(value).toBeCloseTo(values[at]!, 6));
  });
});

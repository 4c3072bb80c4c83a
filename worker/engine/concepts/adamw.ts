/** Values of one tensor that is learned, with the optimizer's two running means of it. */
export interface Learning {
  values: Float32Array;
  mean: Float32Array;
  square: Float32Array;
}

export interface AdamOptions {
  learningRate: number;
  beta1?: number;
  beta2?: number;
  epsilon?: number;
  weightDecay?: number;
}

/** A tensor to learn, which the optimizer has not seen yet. */
export function startLearning(values: Float32Array): Learning {
  return {
    values: values.slice(),
    mean: new Float32Array(values.length),
    square: new Float32Array(values.length),
  };
}

/**
 * One step of AdamW, in place (Loshchilov and Hutter 2019, "Decoupled Weight Decay Regularization",
 * algorithm 2), as `torch.optim.AdamW` computes it.
 *
 * @param step counts from 1
 */
export function stepAdamW(
  learning: Learning,
  gradient: Float32Array,
  step: number,
  { learningRate, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8, weightDecay = 0.01 }: AdamOptions,
): void {
  const { values, mean, square } = learning;
  const size = learningRate / (1 - beta1 ** step);
  const rootCorrection = Math.sqrt(1 - beta2 ** step);
  for (let i = 0; i < values.length; i++) {
    const slope = gradient[i]!;
    mean[i] = mean[i]! + (slope - mean[i]!) * (1 - beta1);
    square[i] = beta2 * square[i]! + (1 - beta2) * slope * slope;
    const decayed = values[i]! * (1 - learningRate * weightDecay);
    values[i] = decayed - (size * mean[i]!) / (Math.sqrt(square[i]!) / rootCorrection + epsilon);
  }
}

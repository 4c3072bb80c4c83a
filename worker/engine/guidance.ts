/** What a row of the UNet's output counts for. */
interface GuidedRow {
  picture: number;
  isNegative: boolean;
  share: number;
}

/**
 * Classifier-free guidance (Ho and Salimans 2022): goes from the negative prediction of each picture
 * towards its positive ones, and past them where `guidance` is over 1. Several positive rows add up
 * by their shares (composable diffusion, Liu et al. 2022). Without negative rows a picture gets the
 * mean of its positive ones.
 *
 * @param output the UNet's rows, one after another
 * @param rows what each row is
 * @param out one prediction for each picture
 */
export function applyGuidance(
  output: Float32Array,
  rows: readonly GuidedRow[],
  guidance: number,
  out: Float32Array,
): void {
  const size = output.length / rows.length;
  const negative = new Map<number, number>();
  const shares = new Map<number, number>();
  rows.forEach(({ picture, isNegative, share }, row) => {
    if (isNegative) negative.set(picture, row * size);
    else shares.set(picture, (shares.get(picture) ?? 0) + share);
  });
  out.fill(0);
  rows.forEach(({ picture, isNegative, share }, row) => {
    const to = picture * size;
    const from = row * size;
    const base = negative.get(picture);
    const total = shares.get(picture)!;
    if (isNegative) {
      for (let i = 0; i < size; i++) out[to + i] = out[to + i]! + output[from + i]!;
    } else if (base !== undefined) {
      const pull = guidance * share;
      for (let i = 0; i < size; i++) {
        out[to + i] = out[to + i]! + pull * (output[from + i]! - output[base + i]!);
      }
    } else if (total !== 0) {
      const part = share / total;
      for (let i = 0; i < size; i++) out[to + i] = out[to + i]! + part * output[from + i]!;
    }
  });
}

/**
 * Brings each guided prediction back towards the spread of its positive one, so that strong guidance
 * does not burn colours (Lin et al. 2023, section 3.4). Pictures with several prompts stay as they are.
 */
export function rescaleGuidance(
  output: Float32Array,
  rows: readonly GuidedRow[],
  rescale: number,
  out: Float32Array,
): void {
  const size = output.length / rows.length;
  rows.forEach(({ picture, isNegative }, row) => {
    const isAlone = rows.filter((one) => one.picture === picture && !one.isNegative).length === 1;
    if (isNegative || !isAlone) return;
    const guided = out.subarray(picture * size, (picture + 1) * size);
    const ratio = spread(output.subarray(row * size, (row + 1) * size)) / spread(guided);
    const factor = rescale * ratio + (1 - rescale);
    for (let i = 0; i < size; i++) guided[i] = guided[i]! * factor;
  });
}

function spread(values: Float32Array): number {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}

/**
 * Sinusoidal embedding of the guidance scale, which distilled UNets take as `timestep_cond` in
 * place of a second pass (Meng et al. 2022; diffusers' `get_guidance_scale_embedding`).
 */
export function embedGuidance(guidance: number, width: number): Float32Array {
  const half = Math.floor(width / 2);
  const embedding = new Float32Array(width);
  for (let i = 0; i < half; i++) {
    const angle = (guidance - 1) * 1000 * Math.exp((-Math.log(10000) * i) / (half - 1));
    embedding[i] = Math.sin(angle);
    embedding[half + i] = Math.cos(angle);
  }
  return embedding;
}

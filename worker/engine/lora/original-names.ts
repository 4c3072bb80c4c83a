/** Parts of a residual block in the names of Stability's code, and in those of diffusers. */
const RESIDUAL: ReadonlyArray<[string, string]> = [
  ['in_layers_2', 'conv1'],
  ['out_layers_3', 'conv2'],
  ['emb_layers_1', 'time_emb_proj'],
  ['skip_connection', 'conv_shortcut'],
];
const BLOCK = /^(input|output)_blocks_(\d+)_(\d+)_(.+)$/;
const MIDDLE = /^middle_block_(\d+)_(.+)$/;

/**
 * Turns a module's name in Stability's own code, which LoRAs for Stable Diffusion XL use, into that
 * of diffusers; other names stay as they are.
 *
 * @param layersPerBlock the UNet's `layers_per_block`
 */
export function diffusersModule(module: string, layersPerBlock: number): string {
  const middle = MIDDLE.exec(module);
  if (middle) {
    const [, place, rest] = middle as unknown as [string, string, string];
    return place === '1'
      ? `mid_block_attentions_0_${rest}`
      : `mid_block_resnets_${Number(place) / 2}_${residual(rest)}`;
  }
  const match = BLOCK.exec(module);
  if (!match) return module;
  const [, side, number, place, rest] = match as unknown as [
    string,
    string,
    string,
    string,
    string,
  ];
  const blocks = side === 'input' ? 'down_blocks' : 'up_blocks';
  // The first input block is the UNet's first convolution.
  const index = Number(number) - (side === 'input' ? 1 : 0);
  const block = `${blocks}_${Math.floor(index / (layersPerBlock + 1))}`;
  const layer = index % (layersPerBlock + 1);
  if (rest === 'op') return `${block}_downsamplers_0_conv`;
  if (rest === 'conv' && place !== '0') return `${block}_upsamplers_0_conv`;
  return place === '0'
    ? `${block}_resnets_${layer}_${residual(rest)}`
    : `${block}_attentions_${layer}_${rest}`;
}

function residual(part: string): string {
  return RESIDUAL.find(([original]) => original === part)?.[1] ?? part;
}

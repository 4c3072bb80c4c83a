type Rgb = readonly [number, number, number];

/**
 * From where the model looked least to where it looked most: dark blue, grey, light yellow. Blue and yellow are told
 * apart by whoever takes red for green, and the brightness alone, which rises all the way, tells the rest.
 */
export const HEAT_COLOURS: readonly Rgb[] = [
  [10, 24, 82],
  [62, 74, 112],
  [122, 123, 121],
  [188, 174, 96],
  [255, 236, 92],
];

/** The colour of a value from 0 to 1. */
export function heatColour(value: number): Rgb {
  const at = Math.min(Math.max(value, 0), 1) * (HEAT_COLOURS.length - 1);
  const below = HEAT_COLOURS[Math.floor(at)]!;
  const above = HEAT_COLOURS[Math.ceil(at)]!;
  const mix = (channel: 0 | 1 | 2) =>
    Math.round(below[channel] + (above[channel] - below[channel]) * (at % 1));
  return [mix(0), mix(1), mix(2)];
}

/** All of them beside each other, for a legend. */
export const HEAT_GRADIENT = `linear-gradient(to right, ${HEAT_COLOURS.map(
  ([red, green, blue]) => `rgb(${red} ${green} ${blue})`,
).join(', ')})`;

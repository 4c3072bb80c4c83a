/**
 * Prints two tables of the largest difference from diffusers in each cell, as a share of the
 * reference's largest value: sampler x prediction x spacing x curve, and what else a config may say.
 * Then the sums and means of diffusers' own scheduler tests, and Easel's.
 * Run: npm run conformance:table
 */
import { relativeDifference, runCase, samplerCases } from './run-sampler-case.ts';
import type { SamplerCase } from './run-sampler-case.ts';
import { measureSum, schedulerSums } from './scheduler-sums.ts';

type Column = [head: string, belongs: (given: SamplerCase) => boolean];

const curves = ['use_karras_sigmas', 'use_exponential_sigmas', 'use_beta_sigmas'];
const isPlain = ({ config }: SamplerCase) => !curves.some((curve) => config[curve]);
const isWhole = ({ steps, firstIndex }: SamplerCase) => steps === 10 && firstIndex === 0;

const main: Column[] = ['epsilon', 'v_prediction'].flatMap((prediction) =>
  ['leading', 'linspace', 'trailing'].flatMap((spacing) =>
    [false, true].map((karras): Column => {
      const head = `${prediction === 'epsilon' ? 'eps' : 'v'} ${spacing}${karras ? ' Karras' : ''}`;
      return [
        head,
        (given) =>
          isWhole(given) &&
          given.config['prediction_type'] === prediction &&
          given.config['timestep_spacing'] === spacing &&
          (karras ? given.config['use_karras_sigmas'] === true : isPlain(given)),
      ];
    }),
  ),
);

const others: Column[] = [
  ['exponential', ({ config }) => config['use_exponential_sigmas'] === true],
  ['beta', ({ config }) => config['use_beta_sigmas'] === true],
  ['zero SNR', ({ config }) => config['rescale_betas_zero_snr'] === true],
  ['from a picture', ({ firstIndex }) => firstIndex > 0],
  ['any', () => true],
];

function printTable(columns: readonly Column[]): void {
  console.log(`| sampler | ${columns.map(([head]) => head).join(' | ')} |`);
  console.log(`|---|${columns.map(() => '---|').join('')}`);
  for (const name of new Set(samplerCases.map((given) => given.name))) {
    const cells = columns.map(([, belongs]) => {
      const cases = samplerCases.filter((given) => given.name === name && belongs(given));
      const differences = cases.map((one) => relativeDifference(runCase(one).sample, one.sample));
      return cases.length > 0 ? Math.max(...differences).toExponential(0) : '-';
    });
    console.log(`| ${name.replace('Scheduler', '')} | ${cells.join(' | ')} |`);
  }
}

printTable(main);
console.log();
printTable(others);

console.log(
  '\n| sampler of diffusers’ own tests | expected | ours | difference |\n|---|---|---|---|',
);
for (const expectation of schedulerSums) {
  const { name, steps, of, expected } = expectation;
  const ours = measureSum(expectation);
  const difference = Math.abs(ours - expected).toExponential(0);
  const row = [`${name}, ${steps} steps, ${of}`, expected, ours.toFixed(4), difference];
  console.log(`| ${row.join(' | ')} |`);
}

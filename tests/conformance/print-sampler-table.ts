/**
 * Prints the table sampler x prediction x spacing x curve: the largest difference from diffusers in
 * each cell, as a share of the reference's largest value. Run: npx tsx this file.
 */
import { relativeDifference, runCase, samplerCases } from './run-sampler-case.ts';

const predictions = ['epsilon', 'v_prediction'];
const spacings = ['leading', 'linspace', 'trailing'];
const columns = predictions.flatMap((prediction) =>
  spacings.flatMap((spacing) => [false, true].map((karras) => ({ prediction, spacing, karras }))),
);

const heads = columns.map(({ prediction, spacing, karras }) =>
  [prediction === 'epsilon' ? 'eps' : 'v', spacing, ...(karras ? ['Karras'] : [])].join(' '),
);
console.log(`| sampler | ${heads.join(' | ')} |`);
console.log(`|---|${heads.map(() => '---|').join('')}`);
for (const name of new Set(samplerCases.map((given) => given.name))) {
  const cells = columns.map(({ prediction, spacing, karras }) => {
    const given = samplerCases.find(
      ({ name: of, config, steps, firstIndex }) =>
        of === name &&
        steps === 10 &&
        firstIndex === 0 &&
        config['prediction_type'] === prediction &&
        config['timestep_spacing'] === spacing &&
        Boolean(config['use_karras_sigmas']) === karras,
    );
    return given ? relativeDifference(runCase(given).sample, given.sample).toExponential(0) : '-';
  });
  console.log(`| ${name.replace('Scheduler', '')} | ${cells.join(' | ')} |`);
}

import { MISTAKES, tellMistakes } from './mistakes.ts';

for (const mistake of MISTAKES) {
  console.log(`\n${mistake.name}: ${mistake.from}  ->  ${mistake.to}`);
  for (const line of tellMistakes(mistake)) console.log(`  ${line}`);
}

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import { loadTokenizer } from '#worker/engine/tokenizer/load-tokenizer.ts';
import { readCases } from './read-cases.ts';

/** CLIP reads this many tokens at once, begin and end marks included. */
const CONTEXT_LENGTH = 77;

const casesSchema = z.array(z.object({ text: z.string() }));

/** `easel tokens`: the 77 ids of each text, cut and padded as CLIP's tokenizer does. */
export function tokensCommand(): Command {
  return new Command('tokens')
    .description('write the token ids of texts as JSON')
    .requiredOption('--model <dir>', 'model folder')
    .requiredOption('--cases <file>', 'JSON list of {"text": ...}')
    .requiredOption('--out <file>', 'where the list of id lists goes')
    .action(async (options: { model: string; cases: string; out: string }) => {
      const cases = await readCases(options.cases, casesSchema);
      const tokenizer = await loadTokenizer(path.join(options.model, 'tokenizer'));
      const ids = cases.map(({ text }) => {
        const words = tokenizer.encode(text).slice(0, CONTEXT_LENGTH - 2);
        const sequence = [tokenizer.bosId, ...words, tokenizer.eosId];
        const filling = new Array<number>(CONTEXT_LENGTH - sequence.length).fill(tokenizer.padId);
        return [...sequence, ...filling];
      });
      await writeFile(options.out, `${JSON.stringify(ids)}\n`);
    });
}

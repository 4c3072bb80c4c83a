import { text } from 'node:stream/consumers';
import { Command, Option } from 'commander';
import { DIALECTS } from '#worker/engine/contract/request.ts';
import type { Dialect } from '#worker/engine/contract/request.ts';
import { parsePrompt } from '#worker/engine/prompt/prompt.ts';

/** `easel prompt parse`: what a prompt on standard input is read as. */
export function promptCommand(): Command {
  const parse = new Command('parse')
    .description('read a prompt on standard input and print its weighted parts')
    .addOption(new Option('--dialect <dialect>', 'grammar').choices(DIALECTS).default('webui'))
    .option('--json', 'print JSON')
    .action(async (options: { dialect: Dialect; json?: true }) => {
      const { parts, errors } = parsePrompt(await text(process.stdin), options.dialect);
      if (options.json) {
        process.stdout.write(`${JSON.stringify(parts)}\n`);
        return;
      }
      for (const part of parts) {
        process.stdout.write('break' in part ? 'BREAK\n' : `${part.weight}\t${part.text}\n`);
      }
      for (const { message, start, end } of errors) {
        process.stderr.write(`${start}-${end}: ${message}\n`);
      }
    });
  return new Command('prompt').description('read prompts').addCommand(parse);
}

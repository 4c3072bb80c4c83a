import { Command } from 'commander';
import { EngineError } from '#worker/engine/contract/errors.ts';
import { modelsCommand } from '#worker/models-cli/models-command.ts';
import { conformanceCommand } from './conformance.ts';
import { generateCommand } from './generate.ts';
import { markCommand } from './mark.ts';
import { promptCommand } from './prompt.ts';
import { tokensCommand } from './tokens.ts';

const program = new Command('easel')
  .description('Draws pictures from prompts on this computer.')
  .addCommand(generateCommand())
  .addCommand(markCommand())
  .addCommand(promptCommand())
  .addCommand(tokensCommand())
  .addCommand(conformanceCommand())
  .addCommand(modelsCommand());

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof EngineError)) throw error;
  process.stderr.write(`${error.field ? `${error.field}: ` : ''}${error.message}\n`);
  process.exitCode = 1;
}

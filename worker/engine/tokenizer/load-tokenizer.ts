import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { EngineError } from '#worker/engine/contract/errors.ts';
import { Tokenizer } from './tokenizer.ts';

const specialToken = z
  .union([z.string(), z.object({ content: z.string() }).transform((token) => token.content)])
  .nullish();
const specialTokensSchema = z.object({
  bos_token: specialToken,
  eos_token: specialToken,
  unk_token: specialToken,
  pad_token: specialToken,
});
const configSchema = specialTokensSchema.extend({
  added_tokens_decoder: z.record(z.unknown()).optional(),
});
const vocabularySchema = z.record(z.number().int().min(0));

const END = '<|endoftext|>';
/** transformers reads no more merges than CLIP's vocabulary has room for. */
const MOST_MERGES = 49152 - 256 - 2;

/**
 * Loads the tokenizer of a model folder: `vocab.json`, `merges.txt`, and, where present,
 * `tokenizer_config.json` and `special_tokens_map.json`.
 *
 * @param folder the tokenizer's own folder, such as `models/starter/tokenizer`
 * @throws EngineError `bad-model` naming the file that is missing or broken
 */
export async function loadTokenizer(folder: string): Promise<Tokenizer> {
  const [vocabularyText, mergesText, configText, mapText] = await Promise.all([
    readRequired(folder, 'vocab.json'),
    readRequired(folder, 'merges.txt'),
    readOptional(folder, 'tokenizer_config.json'),
    readOptional(folder, 'special_tokens_map.json'),
  ]);
  const vocabulary = parseFile('vocab.json', vocabularyText, vocabularySchema);
  const config = parseFile('tokenizer_config.json', configText ?? '{}', configSchema);
  const map = parseFile('special_tokens_map.json', mapText ?? '{}', specialTokensSchema);
  // Newer folders hold the truth in the configuration, older ones in the map.
  const [first, second] = config.added_tokens_decoder ? [config, map] : [map, config];
  const pick = (key: keyof typeof map, otherwise: string) => first[key] ?? second[key] ?? otherwise;
  const specialTokens = {
    bos: pick('bos_token', '<|startoftext|>'),
    eos: pick('eos_token', END),
    unk: pick('unk_token', END),
    pad: pick('pad_token', END),
  };
  for (const token of Object.values(specialTokens)) {
    if (vocabulary[token] === undefined) {
      throw broken('vocab.json', `has no entry for the special token "${token}"`);
    }
  }
  return new Tokenizer({
    vocabulary: new Map(Object.entries(vocabulary)),
    merges: parseMerges(mergesText),
    specialTokens,
  });
}

function parseMerges(text: string): string[] {
  const merges = text
    .trim()
    .split('\n')
    .slice(1, MOST_MERGES + 1);
  const pairs = merges.map((line) => line.trim().split(/\s+/));
  const wrong = pairs.findIndex((pair) => pair.length !== 2);
  if (wrong >= 0) throw broken('merges.txt', `holds no pair on line ${wrong + 2}`);
  return pairs.map((pair) => pair.join(' '));
}

function parseFile<T>(file: string, text: string, schema: z.ZodType<T, z.ZodTypeDef, unknown>): T {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw broken(file, 'is not complete JSON');
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw broken(file, 'does not have the shape of a CLIP tokenizer file');
  return parsed.data;
}

async function readRequired(folder: string, file: string): Promise<string> {
  const text = await readOptional(folder, file);
  if (text === undefined) throw broken(file, 'is missing');
  return text;
}

async function readOptional(folder: string, file: string): Promise<string | undefined> {
  try {
    return await readFile(path.join(folder, file), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw broken(file, 'cannot be read');
  }
}

function broken(file: string, fault: string): EngineError {
  const name = `tokenizer/${file}`;
  return new EngineError('bad-model', `The model's file ${name} ${fault}.`, name);
}

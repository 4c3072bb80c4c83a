import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { chunkParts, countTokens } from './chunks.ts';
import { loadTokenizer } from './load-tokenizer.ts';
import type { Tokenizer } from './tokenizer.ts';

const GOLDEN = path.resolve('tests/golden');
const FOLDER = path.join(GOLDEN, 'tiny-sd-onnx/tokenizer');
const [BOS, EOS] = [49406, 49407];

let tokenizer: Tokenizer;
const copies: string[] = [];
beforeAll(async () => {
  tokenizer = await loadTokenizer(FOLDER);
});
afterEach(async () => {
  await Promise.all(copies.splice(0).map((copy) => rm(copy, { recursive: true })));
});

async function copyFolder(): Promise<string> {
  const copy = await mkdtemp(path.join(tmpdir(), 'tokenizer-'));
  copies.push(copy);
  await cp(FOLDER, copy, { recursive: true });
  return copy;
}

test('every golden text has its golden ids', async () => {
  const text = await readFile(path.join(GOLDEN, 'tokens.json'), 'utf8');
  const cases = JSON.parse(text) as Array<{ text: string; ids: number[] }>;
  expect(cases.length).toBeGreaterThanOrEqual(15);
  for (const golden of cases) {
    const [chunk] = chunkParts([{ text: golden.text, weight: 1 }], tokenizer);
    expect(chunk?.ids, golden.text).toEqual(golden.ids);
  }
});

test('a special token in the text stands for itself', () => {
  expect(tokenizer.encode('a!<|endoftext|>b')).toEqual([
    ...tokenizer.encode('a!'),
    EOS,
    ...tokenizer.encode('b'),
  ]);
});

test('an empty prompt is one chunk of marks and filling', () => {
  const chunks = chunkParts([{ text: '', weight: 1 }], tokenizer);
  expect(chunks).toHaveLength(1);
  expect(chunks[0]?.ids).toEqual([BOS, ...new Array<number>(76).fill(EOS)]);
  expect(chunks[0]?.weights).toEqual(new Array<number>(77).fill(1));
});

test('weights stand at their tokens', () => {
  const parts = [
    { text: 'cute, ', weight: 1 },
    { text: 'grey cat', weight: 0.7 },
  ];
  const [chunk] = chunkParts(parts, tokenizer);
  expect(chunk?.weights.slice(0, 7)).toEqual([1, 1, 1, 0.7, 0.7, 1, 1]);
  expect(countTokens(parts, tokenizer)).toBe(4);
});

test('a long prompt moves the phrase after a late comma to the next chunk', () => {
  const cats = (count: number) => 'cat '.repeat(count);
  const cat = tokenizer.encode('cat')[0];
  const counts = (text: string) =>
    chunkParts([{ text, weight: 1 }], tokenizer).map(
      ({ ids }) => ids.filter((id) => id === cat || id === tokenizer.commaId).length,
    );
  expect(counts(cats(75))).toEqual([75]);
  expect(counts(cats(76))).toEqual([75, 1]);
  expect(counts(`${cats(60)}, ${cats(20)}`)).toEqual([61, 20]);
  expect(counts(`${cats(54)}, ${cats(22)}`)).toEqual([75, 2]);
  expect(counts(`${cats(55)}, ${cats(20)}`)).toEqual([56, 20]);
  expect(counts(`${cats(75)}, ${cats(2)}`)).toEqual([75, 3]);
});

test('with a limit, a long prompt is cut as CLIP cuts it', () => {
  const text = 'a big cat, '.repeat(40);
  const whole = tokenizer.encode(text);
  for (const maxChunks of [1, 2]) {
    const parts = [{ text, weight: 1 }];
    const chunks = chunkParts(parts, tokenizer, { maxChunks });
    expect(chunks).toHaveLength(maxChunks);
    if (maxChunks === 1) expect(chunks[0]?.ids).toEqual([BOS, ...whole.slice(0, 75), EOS]);
  }
  const breaks = [{ text: 'a', weight: 1 }, { break: true } as const, { text: 'b', weight: 1 }];
  expect(chunkParts(breaks, tokenizer, { maxChunks: 1 })).toHaveLength(1);
});

test('a break fills its chunk', () => {
  const chunks = chunkParts(
    [{ text: 'a', weight: 1.2 }, { break: true }, { text: 'b', weight: 1 }],
    tokenizer,
  );
  expect(chunks.map(({ ids }) => ids.slice(0, 3))).toEqual([
    [BOS, ...tokenizer.encode('a'), EOS],
    [BOS, ...tokenizer.encode('b'), EOS],
  ]);
  expect(chunks.every(({ ids, weights }) => ids.length === 77 && weights.length === 77)).toBe(true);
});

test("a concept's vectors take its word's place and stay together", () => {
  const word = { name: 'easelcat', vectorIds: [50000, 50001, 50002] };
  const read = (text: string, weight: number) =>
    chunkParts([{ text, weight }], tokenizer, { concepts: [word] });
  const sits = [...tokenizer.encode('sits'), EOS];
  for (const text of ['a easelcat sits', 'a <EaselCat>sits']) {
    const [chunk] = read(text, 0.5);
    expect(chunk?.ids.slice(2, 7)).toEqual([...word.vectorIds, ...sits]);
    expect(chunk?.weights.slice(0, 7)).toEqual([1, 0.5, 0.5, 0.5, 0.5, 0.5, 1]);
  }
  const long = read(`${'cat '.repeat(73)}easelcat`, 1);
  expect(long.map(({ ids }) => ids.indexOf(50000))).toEqual([-1, 1]);
});

test('SD 2.x fills with "!", which its map names and its configuration does not', async () => {
  const folder = await copyFolder();
  await writeFile(path.join(folder, 'tokenizer_config.json'), '{"pad_token": "<|endoftext|>"}');
  await writeFile(path.join(folder, 'special_tokens_map.json'), '{"pad_token": "!"}');
  const [chunk] = chunkParts([{ text: 'a', weight: 1 }], await loadTokenizer(folder));
  expect(chunk?.ids.slice(0, 5)).toEqual([BOS, 320, EOS, 0, 0]);
});

test.each([
  ['vocab.json', undefined, 'is missing'],
  ['vocab.json', '{"a": 1', 'is not complete JSON'],
  ['vocab.json', '{"a": "b"}', 'does not have the shape'],
  ['vocab.json', '{"a": 1}', 'has no entry for the special token'],
  ['merges.txt', '#version\na b\nc', 'holds no pair on line 3'],
  ['tokenizer_config.json', '[]', 'does not have the shape'],
])('a broken %s is refused by name (%j)', async (file, content, fault) => {
  const folder = await copyFolder();
  const target = path.join(folder, file);
  await (content === undefined ? rm(target) : writeFile(target, content));
  await expect(loadTokenizer(folder)).rejects.toMatchObject({
    code: 'bad-model',
    field: `tokenizer/${file}`,
    message: expect.stringContaining(fault),
  });
});

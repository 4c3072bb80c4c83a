import fc from 'fast-check';

const FRAGMENTS = [
  ...['(', ')', '[', ']', ':', '\\', ',', ' ', '\n', '"', '“', '”', '.', '!', '{', '}', '|'],
  ...['0.7', '1.2.3', '16:9', ':0.5', ':1.3)', ' : .7 )', '٣', '-', '9'.repeat(310), 'e'],
  ...['a', 'cat', 'é', '猫', '🐱', 'BREAK', ' BREAK ', ' AND ', 'BR', 'EAK', 'http://x', '，'],
];

/** Texts that are mostly made of what the prompt grammars give a meaning to. */
export const promptText = fc.oneof(
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 24 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

import { expect, test } from 'vitest';
import { cleanText } from './clean-text.ts';

test.each([
  ['  A \n\t B  ', 'a b'],
  ['“quoted” ‘text’', '"quoted" \'text\''],
  ['fish &amp; chips', 'fish & chips'],
  ['&amp;lt;', '<'],
  ['<b> &amp;', '<b> &amp;'],
  ['<b>\n&amp;', '<b> &amp;'],
  ['P&EACUTE;REZ &eacute; &nTILDE;', 'pérez é &ntilde;'],
  ['&#233; &#xe9; &#12ab;', 'é é &#12ab;'],
  ['this&not that', 'this&not that'],
  ['ﬂuﬃeﬆ', 'fluffiest'],
  ['ＬＯＵＤ　ＮＯＩＳＥＳ Ｕﾀｰﾝ', 'loud noises uターン'],
  ['cafe\u0301', 'café'],
  ['a\x00b\x07c\ufeffd', 'abcd'],
  ['\x1b[36;44mblue\x1b[0m', 'blue'],
  ['wait\x85 no', 'wait… no'],
  ['a\u2028b\r\nc', 'a b c'],
  ['\ud83d alone, 🐱 whole', '\ufffd alone, 🐱 whole'],
])('%j becomes %j', (text, expected) => {
  expect(cleanText(text)).toBe(expected);
});

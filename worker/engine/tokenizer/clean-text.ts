import { decodeHTML, decodeHTMLStrict } from 'entities';

const LIGATURES = new Map(
  [
    ...[
      'ĳ:ij',
      'Ĳ:IJ',
      'ŉ:ʼn',
      'Ǳ:DZ',
      'ǲ:Dz',
      'ǳ:dz',
      'Ǆ:DŽ',
      'ǅ:Dž',
      'ǆ:dž',
      'Ǉ:LJ',
      'ǈ:Lj',
      'ǉ:lj',
    ],
    ...['Ǌ:NJ', 'ǋ:Nj', 'ǌ:nj', 'ﬀ:ff', 'ﬁ:fi', 'ﬂ:fl', 'ﬃ:ffi', 'ﬄ:ffl', 'ﬅ:ſt', 'ﬆ:st'],
  ].map((pair) => pair.split(':') as [string, string]),
);
const LIGATURE = new RegExp(`[${[...LIGATURES.keys()].join('')}]`, 'g');

/* eslint-disable no-control-regex -- control characters are what these find */
const C1_CONTROL = /[\x80-\x9f]/g;
const TERMINAL_ESCAPE = /\x1b\[[\d;]*[a-zA-Z]/g;
const UNSEEN = /[\x00-\x08\x0b\x0e-\x1f\x7f\u206a-\u206f\ufeff\ufff9-\ufffc]/g;
const SPACES = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
/* eslint-enable no-control-regex */

/**
 * Cleans text the way that transformers' `CLIPTokenizer` does with ftfy: HTML entities, ligatures,
 * full-width letters and curly quotes become plain, control characters go, space becomes one space,
 * letters lower case. Text that was decoded in a wrong encoding is not repaired.
 */
export function cleanText(text: string): string {
  let mayHoldEntities = true;
  const lines = text.split(/(?<=\n)/).map((line) => {
    // A literal "<" means real HTML, whose entities stay, here and in the lines below.
    mayHoldEntities &&= !line.includes('<');
    return fixLine(line, mayHoldEntities);
  });
  return lines.join('').replace(SPACES, ' ').trim().toLowerCase();
}

/** Repeats the fixes until nothing changes, since one can uncover work for another. */
function fixLine(line: string, unescapes: boolean): string {
  let before: string;
  let fixed = line;
  do {
    before = fixed;
    if (unescapes) fixed = fixed.replace(/&#?[0-9A-Za-z]{1,24};/g, unescapeEntity);
    fixed = fixed
      .replace(C1_CONTROL, decodeWindows1252)
      .replace(LIGATURE, (ligature) => LIGATURES.get(ligature) ?? ligature)
      .replaceAll('\u3000', ' ')
      .replace(/[\uff01-\uffef]/g, (wide) => wide.normalize('NFKC'))
      .replace(/[\u201c-\u201f]/g, '"')
      .replace(/[\u02bc\u2018-\u201b]/g, "'")
      .replace(/\r\n|[\r\u2028\u2029\x85]/g, '\n')
      .replace(/\p{Surrogate}/gu, '\ufffd')
      .replace(TERMINAL_ESCAPE, '')
      .replace(UNSEEN, '')
      .normalize('NFC');
  } while (fixed !== before);
  return fixed;
}

/** `&eacute;` is é and `&EACUTE;` É, where the capitals are no entity of their own. */
function unescapeEntity(entity: string): string {
  const decoded = decodeHTMLStrict(entity);
  if (decoded !== entity || entity.startsWith('&#')) return decoded;
  const isCapital = entity === entity.toUpperCase() && decodeHTML(entity) === entity;
  const lower = entity.toLowerCase();
  const small = isCapital ? decodeHTMLStrict(lower) : lower;
  return small === lower ? entity : small.toUpperCase();
}

/** HTML reads the numbers 128 to 159 as Windows-1252 too. */
function decodeWindows1252(control: string): string {
  return decodeHTMLStrict(`&#${control.charCodeAt(0)};`);
}

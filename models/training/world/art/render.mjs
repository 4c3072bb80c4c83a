/**
 * Draws every subject of subjects.json in every art set as a 320-pixel PNG with transparency,
 * named STYLE__SUBJECT.png, into the folder given as the first argument.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import sharp from 'sharp';

const SIZE_PX = 320;
const require = createRequire(import.meta.url);
const { sets, subjects } = JSON.parse(
  readFileSync(new URL('subjects.json', import.meta.url), 'utf8'),
);
const outDir = process.argv[2];
if (!outDir) throw new Error('Name the folder for the pictures: node render.mjs FOLDER');
mkdirSync(outDir, { recursive: true });

for (const [style, set] of Object.entries(sets)) {
  const collection = require(`@iconify-json/${set}/icons.json`);
  for (const [subject, iconName] of Object.entries(subjects)) {
    const name = collection.aliases?.[iconName]?.parent ?? iconName;
    const icon = collection.icons[name];
    if (!icon) throw new Error(`${set} has no icon "${iconName}" for the subject "${subject}"`);
    const width = icon.width ?? collection.width ?? 32;
    const height = icon.height ?? collection.height ?? 32;
    // Single-colour sets draw with currentColor: ink is near-black.
    const body = icon.body.replaceAll('currentColor', '#1c1c22');
    const svg =
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ` +
      `viewBox="${icon.left ?? 0} ${icon.top ?? 0} ${width} ${height}" ` +
      `width="${SIZE_PX}" height="${SIZE_PX}">${body}</svg>`;
    await sharp(Buffer.from(svg))
      .resize(SIZE_PX, SIZE_PX)
      .png()
      .toFile(join(outDir, `${style}__${subject}.png`));
  }
}

import '#tests/database/own-database.ts';
import { format } from 'prettier';
import { expect, it } from 'vitest';
import { Prisma } from '#prisma/generated/client.ts';
import { describeLog } from './describe-log.ts';
import { generationColumns } from './generation-columns.ts';
import { LOG_TABLES } from './log-tables.server.ts';

/** What a generation is for the site alone, or stands in the log by another name. */
const NOT_LOGGED = ['classId', 'startPictureId', 'turn', 'search'];

it('is what docs/log-schema.md says', async () => {
  const text = await format(describeLog(LOG_TABLES), { parser: 'markdown', printWidth: 100 });
  await expect(text).toMatchFileSnapshot('../../../docs/log-schema.md');
});

it('has every field of a generation', () => {
  const read = new Set<string>();
  const list = Object.assign([], { state: 'approved' });
  const row = new Proxy(
    {},
    {
      get: (_, name) => {
        read.add(String(name));
        return ['pictures', 'controls', 'concepts'].includes(String(name))
          ? list
          : name === 'startPicture'
            ? null
            : '';
      },
    },
  );
  for (const { read: readCell } of Object.values(generationColumns))
    readCell(row as Parameters<typeof readCell>[0], String);
  for (const field of Object.keys(Prisma.GenerationScalarFieldEnum))
    if (!NOT_LOGGED.includes(field)) expect(read).toContain(field);
});

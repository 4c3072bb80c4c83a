import { explanationTable } from './explanation-table.server.ts';
import { generationTable } from './generation-table.server.ts';
import { judgementTable } from './judgement-table.server.ts';

/** The tables of a class's log, in the order in which they are exported. */
export const LOG_TABLES = [generationTable, judgementTable, explanationTable];

import { answerApi } from '#app/features/api/answer-api.server.ts';
import { getTable } from '#app/features/api/endpoints/table-endpoints.ts';
import { printTable } from '#app/features/api/print-table.server.ts';

export const loader = answerApi(getTable, ({ viewer, params }) =>
  printTable(viewer, params.tableId ?? ''),
);

import { answerApi } from '#app/features/api/answer-api.server.ts';
import { addRows as addRowsEndpoint } from '#app/features/api/endpoints/table-endpoints.ts';
import { printTable } from '#app/features/api/print-table.server.ts';
import { addRows } from '#app/features/tables/add-rows.server.ts';

export const action = answerApi(addRowsEndpoint, async ({ viewer, params, body }) => {
  const { user, classId } = viewer;
  const tableId = params.tableId ?? '';
  const added = await addRows({ user, classId, tableId, rows: body.rows });
  return added === null ? null : printTable(viewer, tableId);
});

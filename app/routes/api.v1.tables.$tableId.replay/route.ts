import { answerApi } from '#app/features/api/answer-api.server.ts';
import { replayTableEndpoint } from '#app/features/api/endpoints/table-endpoints.ts';
import { printTable } from '#app/features/api/print-table.server.ts';
import { replayTable } from '#app/features/tables/change-table.server.ts';

export const action = answerApi(replayTableEndpoint, async ({ viewer, params }) => {
  const table = await printTable(viewer, params.tableId ?? '');
  const made = table && (await replayTable({ user: viewer.user, tableId: table.id }));
  return made && printTable(viewer, made.id);
});

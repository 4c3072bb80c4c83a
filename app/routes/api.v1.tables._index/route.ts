import { answerApi } from '#app/features/api/answer-api.server.ts';
import { createTableEndpoint } from '#app/features/api/endpoints/table-endpoints.ts';
import { printTable } from '#app/features/api/print-table.server.ts';
import { createTable } from '#app/features/tables/create-table.server.ts';
import { tableFormSchema } from '#app/features/tables/table-form.ts';

export const action = answerApi(createTableEndpoint, async ({ viewer, body }) => {
  const { rows, ...fields } = body;
  const form = tableFormSchema.parse({ ...fields, data: JSON.stringify(rows) });
  const user = { id: viewer.user.id, role: viewer.role };
  const { id } = await createTable({ user, classId: viewer.classId, form });
  return printTable(viewer, id);
});

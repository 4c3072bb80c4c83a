import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';
import { exportLog } from '#app/features/log/export-log.server.ts';
import { logExportSchema } from '#app/features/log/log-format.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const { format } = logExportSchema.parse(query);
  return new Response(exportLog({ teacherId: user.id, classId: found.id, format }), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="easel-log-${format}.zip"`,
      'Cache-Control': 'no-store',
    },
  });
}

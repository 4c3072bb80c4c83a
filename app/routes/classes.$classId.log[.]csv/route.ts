import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportClassLog } from '#app/features/classes/export-class-log.server.ts';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  return new Response(exportClassLog({ teacherId: user.id, classId: found.id }), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="easel-class-log.csv"',
      'Cache-Control': 'no-store',
    },
  });
}

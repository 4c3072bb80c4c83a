import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';
import { exportGradebook } from '#app/features/reviews/export-gradebook.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  return new Response(await exportGradebook({ teacherId: user.id, classId: found.id }), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="easel-gradebook.csv"',
      'Cache-Control': 'no-store',
    },
  });
}

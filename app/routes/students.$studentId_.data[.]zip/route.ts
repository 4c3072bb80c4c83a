import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireTeacher } from '#app/features/accounts/require-user.server.ts';
import { exportStudent } from '#app/features/students/export-student.server.ts';

export async function loader({ request, params: { studentId = '' } }: LoaderFunctionArgs) {
  const keeper = await requireTeacher(request);
  return new Response(await exportStudent({ keeper, studentId }), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': 'attachment; filename="easel-student.zip"',
      'Cache-Control': 'no-store',
    },
  });
}

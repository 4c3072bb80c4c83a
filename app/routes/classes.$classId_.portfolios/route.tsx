import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';
import { ClassPortfoliosPage } from '#app/features/portfolios/class-portfolios-page.tsx';
import { listPortfolios } from '#app/features/portfolios/list-portfolios.server.ts';
import { pageTitle } from '#app/features/site/page-title.ts';

export const meta = pageTitle('Portfolios');

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const { id: classId, name: className } = found;
  return { classId, className, portfolios: await listPortfolios({ teacherId: user.id, classId }) };
}

export default function ClassPortfoliosRoute() {
  return <ClassPortfoliosPage {...useLoaderData<typeof loader>()} />;
}

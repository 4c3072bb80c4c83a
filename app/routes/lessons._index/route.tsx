import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { LessonList } from '#app/features/lessons/lesson-list.tsx';
import { listLessons } from '#app/features/lessons/list-lessons.server.ts';
import { pageTitle } from '#app/features/site/page-title.ts';

export const meta = pageTitle('Lessons');

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  return {
    lessons: await listLessons({ userId: user.id }),
    isTeacher: user.role !== 'student',
  };
}

export default function Lessons() {
  return <LessonList {...useLoaderData<typeof loader>()} />;
}

import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';
import { ClassExercisesPage } from '#app/features/exercises/class-exercises-page.tsx';
import { listClassExercises } from '#app/features/exercises/list-exercises.server.ts';
import { pageTitle } from '#app/features/site/page-title.ts';

export const meta = pageTitle('Blind pairs');

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const exercises = await listClassExercises({ teacherId: user.id, classId: found.id });
  return { classId: found.id, className: found.name, exercises };
}

export default function ClassExercises() {
  return <ClassExercisesPage {...useLoaderData<typeof loader>()} />;
}

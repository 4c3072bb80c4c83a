import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';
import { closeExercise } from '#app/features/exercises/close-exercise.server.ts';
import { findExercise } from '#app/features/exercises/find-exercise.server.ts';
import { RankingPage } from '#app/features/exercises/ranking-page.tsx';
import { pageTitle } from '#app/features/site/page-title.ts';

export const meta = pageTitle('Ranking');

const intentSchema = z.enum(['close', 'open']);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const { exerciseId = '' } = params;
  const exercise = await findExercise({ teacherId: user.id, classId: found.id, exerciseId });
  if (!exercise) throw new Response(null, { status: 404 });
  return { classId: found.id, exercise };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const { exerciseId = '' } = params;
  const intent = intentSchema.safeParse((await request.formData()).get('intent'));
  if (!intent.success) throw new Response(null, { status: 400 });
  const isClosed = intent.data === 'close';
  await closeExercise({ teacherId: user.id, classId: found.id, exerciseId, isClosed });
  return redirect(`/classes/${found.id}/exercises/${exerciseId}`);
}

export default function Ranking() {
  return <RankingPage {...useLoaderData<typeof loader>()} />;
}

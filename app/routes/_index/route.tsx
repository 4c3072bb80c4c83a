import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findUser } from '#app/features/accounts/find-user.server.ts';
import { findHome } from '#app/features/home/find-home.server.ts';
import { StudentHome } from '#app/features/home/student-home.tsx';
import { TeacherHome } from '#app/features/home/teacher-home.tsx';
import { Welcome } from '#app/features/home/welcome.tsx';

export const meta: MetaFunction = () => [{ title: 'Easel' }];

export async function loader({ request }: LoaderFunctionArgs) {
  return findHome(await findUser(request));
}

export default function HomeRoute() {
  const home = useLoaderData<typeof loader>();
  if (home.kind === 'student') return <StudentHome {...home} />;
  if (home.kind === 'teacher') return <TeacherHome {...home} />;
  return <Welcome demo={home.demo} />;
}

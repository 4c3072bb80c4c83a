import { isDemoOpen } from './demo-mode.server.ts';
import { DEMO_STUDENTS, DEMO_TEACHER } from './demo-people.ts';

export interface DemoPeople {
  teacher: DemoPerson;
  students: DemoPerson[];
}

interface DemoPerson {
  username: string;
  displayName: string;
}

/** The people with one-click sign-in, or null where the demo is not open. */
export async function findDemoPeople(): Promise<DemoPeople | null> {
  return (await isDemoOpen()) ? { teacher: DEMO_TEACHER, students: DEMO_STUDENTS } : null;
}

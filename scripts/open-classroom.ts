import { closeDb } from '#app/platform/db.server.ts';
import { ensureAdminLink, seedDemo } from '#prisma/seed.ts';

interface Classroom {
  demo: boolean;
  /** Lines for whoever started Easel: how to sign in. */
  signIns: string[];
}

/**
 * Makes the first sign-in possible: a demo class while nobody real has an account, else the one-time link
 * of the first admin where there is none yet. EASEL_DEMO=off starts without the demo.
 */
export async function openClassroom(origin: string): Promise<Classroom> {
  try {
    const demo = await seedDemo();
    if (demo.state === 'open')
      return {
        demo: true,
        signIns: [
          'A demo class is open. One click on the first page signs you in as',
          demo.people.join(', '),
          'For a real school, start it with EASEL_DEMO=off: it prints a link for the first account.',
        ],
      };
    const link = await ensureAdminLink();
    return {
      demo: false,
      signIns: link
        ? ['Open this link once, within a day, to make the first account:', `${origin}${link}`]
        : ['Sign in with your account.'],
    };
  } finally {
    await closeDb();
  }
}

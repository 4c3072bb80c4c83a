/** One signed-in person who talks to the site as a browser's forms do. */
export interface SiteClient {
  /** Asks for a picture; says whether the site accepted it. */
  generate(fields: Record<string, string>): Promise<boolean>;
  isUp(): Promise<boolean>;
}

/** Signs in as a demo person by the same form that the first page has. */
export async function signInDemo(siteUrl: string, displayName: string): Promise<SiteClient> {
  const page = await (await fetch(siteUrl)).text();
  const buttons = page.matchAll(/<button[^>]*\bvalue="([^"]+)"[^>]*>(.*?)<\/button>/gs);
  const username = [...buttons].find(([, , inside]) => inside?.includes(displayName))?.[1];
  if (!username) throw new Error(`The first page has no demo button for ${displayName}.`);
  const reply = await post(siteUrl, '/demo', { username }, '');
  const cookie = reply.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`Signing in as ${displayName} answered ${reply.status}.`);
  return clientWith(siteUrl, cookie);
}

/** Somebody who is signed in already, by their session's cookie. */
export function clientWith(siteUrl: string, cookie: string): SiteClient {
  return {
    generate: async (fields) => {
      try {
        const reply = await post(siteUrl, '/studio', fields, cookie);
        return reply.status < 400 && !reply.headers.get('location')?.startsWith('/sign-in');
      } catch {
        return false;
      }
    },
    isUp: () =>
      fetch(`${siteUrl}/health`).then(
        (reply) => reply.ok,
        () => false,
      ),
  };
}

function post(siteUrl: string, path: string, fields: Record<string, string>, cookie: string) {
  return fetch(siteUrl + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
    headers: { Cookie: cookie, Origin: siteUrl, 'Sec-Fetch-Mode': 'navigate' },
  });
}

/** One person at a browser: keeps the cookie, sends forms as a page does, and reads what comes back. */
export class Person {
  #cookie: string;

  constructor(
    readonly siteUrl: string,
    readonly name: string,
    cookie = '',
  ) {
    this.#cookie = cookie;
  }

  /** The page or file at a path; a refusal is an error of the test. */
  async get(path: string): Promise<string> {
    const reply = await fetch(this.siteUrl + path, {
      headers: { Cookie: this.#cookie },
      redirect: 'manual',
    });
    if (reply.status !== 200) throw new Error(`${this.name}: ${path} answered ${reply.status}.`);
    return reply.text();
  }

  /** Sends a form; answers with where it led, its status and what it said. */
  async post(path: string, fields: Record<string, string | string[]>) {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields))
      for (const each of [value].flat()) body.append(name, each);
    const reply = await fetch(this.siteUrl + path, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { Cookie: this.#cookie, Origin: this.siteUrl, 'Sec-Fetch-Mode': 'navigate' },
    });
    const cookie = reply.headers.get('set-cookie')?.split(';')[0];
    if (cookie) this.#cookie = cookie;
    return {
      status: reply.status,
      location: reply.headers.get('location') ?? '',
      text: await reply.text(),
    };
  }

  /** Sends a form that must be taken. */
  async send(path: string, fields: Record<string, string | string[]>) {
    const reply = await this.post(path, fields);
    if (reply.status >= 400)
      throw new Error(
        `${this.name}: ${path} refused with ${reply.status}: ${sentence(reply.text)}`,
      );
    return reply;
  }
}

/** What a page says is wrong, for the message of a failed test. */
function sentence(html: string): string {
  return (html.match(/role="alert"[^]*?<\/div>/)?.[0] ?? html)
    .replace(/<[^>]+>/g, ' ')
    .slice(0, 300);
}

/** Runs work on items, so many at once; a class does not press its buttons one after another. */
export async function together<T>(items: T[], work: (item: T) => Promise<void>, most = 6) {
  const rest = [...items];
  const lane = async () => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: most }, lane));
}

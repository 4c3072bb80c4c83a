import type { Page } from 'playwright-core';
import { listRoutes } from '../access/list-routes.ts';

export interface FoundPage {
  /** As the folder of its route says, with `:params`. */
  route: string;
  path: string;
}

/** Steps of lessons look alike but for what is to be done in them, so more of them are opened. */
const MOST_OF: Record<string, number> = { '/lessons/:slug': 26 };

/** Pages that a person comes to by the links of the pages before, beginning at home: one address of each route. */
export async function findPages(page: Page, doors: string[] = ['/']): Promise<FoundPage[]> {
  const patterns = await listPatterns();
  const found: FoundPage[] = [];
  const open = [...doors];
  const seen = new Set<string>();
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    const { pathname, searchParams } = new URL(path, page.url());
    const address = pathname + (searchParams.get('step') ?? '');
    const pattern = patterns.find(({ matches }) => matches.test(pathname));
    if (!pattern || seen.has(address)) continue;
    seen.add(address);
    const known = found.filter(({ route }) => route === pattern.route).length;
    if (known >= (MOST_OF[pattern.route] ?? 1)) continue;
    const reply = await page.goto(path);
    if (!reply?.ok() || new URL(page.url()).pathname !== pathname) continue;
    found.push({ route: pattern.route, path });
    const links = await page
      .locator('a[href^="/"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')!));
    open.push(...links);
  }
  return found;
}

/** Routes that draw a page; a name that is written out wins over one that is left open. */
export async function listPatterns() {
  const routes = (await listRoutes()).filter(({ isPage, method }) => isPage && method === 'GET');
  return routes
    .map(({ path }) => ({
      route: path,
      matches: new RegExp(`^${path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`),
    }))
    .sort((a, b) => a.route.split(':').length - b.route.split(':').length);
}

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

export interface Route {
  /** As in the table: a method and a path with `:params`. */
  key: string;
  method: 'GET' | 'POST';
  path: string;
  /** Whether it draws a page, which has an address for its data too. */
  isPage: boolean;
}

const ROUTES = 'app/routes';

/** Every loader and action of the site, read from its folders, so that none is forgotten. */
export async function listRoutes(): Promise<Route[]> {
  const found: Route[] = [];
  for (const folder of (await readdir(ROUTES)).sort()) {
    const files = await readdir(path.join(ROUTES, folder));
    const file = files.find((name) => /^route\.tsx?$/.test(name));
    if (!file) throw new Error(`${ROUTES}/${folder} has no route.ts or route.tsx.`);
    const source = await readFile(path.join(ROUTES, folder, file), 'utf8');
    const route = { path: readPath(folder), isPage: /export default/.test(source) };
    if (route.isPage || exports(source, 'loader'))
      found.push({ key: `GET ${route.path}`, method: 'GET', ...route });
    if (exports(source, 'action'))
      found.push({ key: `POST ${route.path}`, method: 'POST', ...route });
  }
  return found;
}

function exports(source: string, name: string): boolean {
  return new RegExp(`export (async )?(function|const|\\{[^}]*\\b) ?${name}\\b`).test(source);
}

/** `classes.$classId_.log[.]csv` stands for `/classes/:classId/log.csv`. */
function readPath(folder: string): string {
  const parts = folder
    .replaceAll('[.]', '\0')
    .split('.')
    .filter((part) => part !== '_index')
    .map((part) => part.replace(/_$/, '').replace(/^\$/, ':').replaceAll('\0', '.'));
  return `/${parts.join('/')}`;
}

import type { ActionFunctionArgs, ServerBuild } from '@remix-run/node';
import { expect, it } from 'vitest';
import { limitForms } from './limit-forms.server.ts';

const MB = 1024 * 1024;

/** What a route's action answers to a form that says this size. */
async function post(route: string, bytes: number | null): Promise<number> {
  const action = () => new Response(null, { status: 200 });
  const build = limitForms({
    routes: { [route]: { id: route, module: { action, default: undefined } } },
  } as never as ServerBuild);
  const request = new Request('http://localhost/', {
    method: 'POST',
    body: 'title=A+house',
    headers: bytes === null ? {} : { 'Content-Length': String(bytes) },
  });
  const limited = build.routes[route]!.module.action!;
  const answer = (async () => limited({ request } as ActionFunctionArgs))();
  const reply = (await answer.catch((thrown: unknown) => thrown)) as Response;
  return reply.status;
}

it.each([
  ['a small form', 'routes/studio', 100, 200],
  ['two large drawings', 'routes/studio', 8 * MB, 200],
  ['more', 'routes/studio', 8 * MB + 1, 413],
  ['a size that is not said', 'routes/studio', null, 413],
  ['a size that is none', 'routes/sign-in', NaN, 413],
  ['a picture, which has a limit of its own', 'routes/uploads', 12 * MB, 200],
  ['a program, which has a limit of its own', 'routes/api.v1.generations._index', 30 * MB, 200],
  ['WebUI’s programs', 'routes/sdapi.v1.txt2img', 30 * MB, 200],
])('%s', async (_what, route, bytes, status) => {
  expect(await post(route, bytes)).toBe(status);
});

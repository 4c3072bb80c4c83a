import type { ActionFunctionArgs } from '@remix-run/node';
import type { z } from 'zod';
import { admitProgram } from '#app/features/api/admit-program.server.ts';
import { readJsonBody } from '#app/features/api/read-json-body.server.ts';
import type { ApiViewer } from '#app/features/api-tokens/find-api-viewer.server.ts';
import type { Scope } from '#app/features/api-tokens/scopes.ts';
import { UserError } from '#app/platform/user-error.ts';
import { sendWebuiError } from './webui-error.server.ts';

interface WebuiCall<Body> {
  viewer: ApiViewer;
  body: Body;
  /** Aborts when the client hangs up. */
  closed: AbortSignal;
}

/** Makes a route's loader of what a WebUI client reads. */
export function answerWebui(
  scope: Scope | null,
  work: (call: WebuiCall<undefined>) => Promise<unknown>,
) {
  return (args: ActionFunctionArgs) =>
    answer(args, async () => work({ ...(await admit(args, scope)), body: undefined }));
}

/** Makes a route's action of what a WebUI client sends, checked by `schema`; fields it doesn't know are let be. */
export function answerWebuiPost<Schema extends z.ZodTypeAny>(
  scope: Scope | null,
  schema: Schema,
  work: (call: WebuiCall<z.output<Schema>>) => Promise<unknown>,
) {
  return (args: ActionFunctionArgs) =>
    answer(args, async () => {
      const admitted = await admit(args, scope);
      const body = schema.safeParse(await readJsonBody(args.request));
      if (body.success) return work({ ...admitted, body: body.data as z.output<Schema> });
      const { path, message } = body.error.issues[0]!;
      throw new UserError(`${path.join('.') || 'body'}: ${message}`, { status: 422 });
    });
}

async function admit({ request, context }: ActionFunctionArgs, scope: Scope | null) {
  const viewer = await admitProgram({ request, clientIp: context.clientIp, scope });
  return { viewer, closed: context.closed };
}

async function answer(args: ActionFunctionArgs, work: () => Promise<unknown>): Promise<Response> {
  try {
    return Response.json((await work()) ?? null, { headers: { 'Cache-Control': 'no-store' } });
  } catch (error) {
    return sendWebuiError(error);
  }
}

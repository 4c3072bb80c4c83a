import type { ActionFunctionArgs } from '@remix-run/node';
import type { z } from 'zod';
import type { ApiViewer } from '#app/features/api-tokens/find-api-viewer.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { admitProgram } from './admit-program.server.ts';
import { BadRequest, faultsOf } from './bad-request.ts';
import { readJsonBody } from './read-json-body.server.ts';
import { sendProblem } from './send-problem.server.ts';
import type { Endpoint } from './endpoint.ts';

export interface ApiCall<Query, Body> {
  request: Request;
  params: Record<string, string>;
  viewer: ApiViewer;
  query: Query;
  body: Body;
  /** Aborts when the program hangs up. */
  closed: AbortSignal;
}

/**
 * Makes a route's loader or action of an endpoint: admits the program, checks what it sent, lets `work` answer,
 * and checks that answer. A null answer is a 404; a Response goes out as it is.
 */
export function answerApi<
  Query extends z.ZodTypeAny,
  Body extends z.ZodTypeAny,
  Reply extends z.ZodTypeAny,
>(
  endpoint: Endpoint<Query, Body, Reply>,
  work: (
    call: ApiCall<z.output<Query>, z.output<Body>>,
  ) => Promise<z.input<Reply> | Response | null>,
) {
  return async ({ request, params, context }: ActionFunctionArgs): Promise<Response> => {
    try {
      const { scope } = endpoint;
      const viewer = await admitProgram({ request, clientIp: context.clientIp, scope });
      const { searchParams } = new URL(request.url);
      const answer = await work({
        request,
        params: params as Record<string, string>,
        viewer,
        query: check(endpoint.query, Object.fromEntries(searchParams)) as z.output<Query>,
        body: (endpoint.body &&
          check(endpoint.body, await readJsonBody(request))) as z.output<Body>,
        closed: context.closed,
      });
      if (answer instanceof Response) return answer;
      if (answer === null) throw new Response(null, { status: 404 });
      return Response.json(endpoint.reply.parse(answer), {
        status: endpoint.status ?? 200,
        headers: { 'Cache-Control': 'no-store' },
      });
    } catch (error) {
      return sendProblem(error);
    }
  };
}

/** Answers one address by method, where several are possible. */
export function answerByMethod(
  answers: Record<string, (args: ActionFunctionArgs) => Promise<Response>>,
) {
  return async (args: ActionFunctionArgs): Promise<Response> => {
    const answer = answers[args.request.method];
    if (answer) return answer(args);
    const methods = Object.keys(answers).join(', ');
    return sendProblem(new UserError(`This address takes ${methods}.`, { status: 405 }));
  };
}

function check<Schema extends z.ZodTypeAny>(schema: Schema | undefined, value: unknown) {
  if (!schema) return undefined;
  const result = schema.safeParse(value);
  if (!result.success) throw new BadRequest(faultsOf(result.error));
  return result.data as z.output<Schema>;
}

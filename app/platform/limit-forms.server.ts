import type { ActionFunction, ServerBuild } from '@remix-run/node';

/** A form with two drawings of the largest size, and room for the rest. */
const MOST_FORM_BYTES = 8 * 1024 * 1024;

/** Routes that take files, or programs' requests, read their bodies with limits of their own. */
const OWN_LIMITS = /^routes\/(uploads|read-picture-settings|concepts\.import|(sd)?api\.v1\.)/;

/**
 * The site with a limit on what each form may hold: a body that says a larger size, or none, is not read, and the
 * page for status 413 says so.
 */
export function limitForms(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const action = route?.module.action;
    if (!route || !action || OWN_LIMITS.test(id)) return [id, route] as const;
    return [id, { ...route, module: { ...route.module, action: limit(action) } }] as const;
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

function limit(action: ActionFunction): ActionFunction {
  return (args) => {
    const { headers, body } = args.request;
    const bytes = Number(headers.get('Content-Length') ?? (body ? Infinity : 0));
    if (!(bytes <= MOST_FORM_BYTES)) throw new Response(null, { status: 413 });
    return action(args);
  };
}

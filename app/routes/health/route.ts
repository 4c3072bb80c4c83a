import { checkHealth } from '#app/features/site/check-health.server.ts';

/** For a monitor: 200 where the site can work, 503 where it can't. */
export async function loader() {
  const health = await checkHealth();
  return Response.json(health, {
    status: health.database && health.queue ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  });
}

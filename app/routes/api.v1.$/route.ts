import { sendProblem } from '#app/features/api/send-problem.server.ts';

const unknown = () => sendProblem(new Response(null, { status: 404 }));

export const loader = unknown;
export const action = unknown;

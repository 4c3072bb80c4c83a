import { endSession } from '#app/platform/sessions.server.ts';

/** Ends the session of this browser and returns the `Set-Cookie` header that forgets it. */
export function signOut(request: Request): Promise<string> {
  return endSession(request);
}

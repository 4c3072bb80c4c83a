import { db } from '#app/platform/db.server.ts';
import { subscribeLive } from '#app/platform/live.server.ts';
import type { LiveEvent } from '#app/platform/live.server.ts';

interface OpenLiveOptions {
  userId: string;
  /** Aborts when the browser hangs up. */
  closed: AbortSignal;
  /** Asked at each sign of life: a connection ends with its session. */
  isSignedIn?: () => Promise<boolean>;
  /** Between two signs of life; a proxy closes what is silent. */
  heartbeatMs?: number;
  /** A connection ends after this long. */
  lifetimeMs?: number;
}

const MAX_CONNECTIONS_PER_USER = 12;
const RECONNECT_AFTER_MS = 1_000;
/** A browser that does not read is let go before its backlog grows. */
const MAX_BACKLOG_CHUNKS = 500;

const connections = new Map<string, number>();

/**
 * A stream of server-sent events: a person's own generations, all of the classes that they
 * teach, and what happens to the classes that they are in. `ready`
 * says that earlier events may have been missed; `change` carries ids only. Null where this person has too
 * many connections open already.
 */
export async function openLive(
  options: OpenLiveOptions,
): Promise<ReadableStream<Uint8Array> | null> {
  const { userId, closed, heartbeatMs = 20_000, lifetimeMs = 10 * 60_000 } = options;
  const { isSignedIn = async () => true } = options;
  const open = connections.get(userId) ?? 0;
  if (open >= MAX_CONNECTIONS_PER_USER) return null;
  connections.set(userId, open + 1);
  const classes = await findClasses(userId).catch((error: unknown) => {
    release(userId);
    throw error;
  });
  const letGo: (() => void)[] = [() => release(userId)];
  const stop = () => letGo.splice(0).forEach((step) => step());

  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const end = () => {
          if (letGo.length === 0) return;
          stop();
          controller.close();
        };
        const send = writer(controller, end);
        letGo.push(
          subscribeLive(
            (event) => {
              if (isFor(event, userId, classes)) send('change', idsOf(event));
            },
            () => send('ready', {}),
          ),
        );
        const heartbeat = setInterval(() => {
          // Where the database can't be asked, nothing says that the session is over.
          void isSignedIn()
            .catch(() => true)
            .then((goesOn) => {
              if (letGo.length === 0) return;
              if (goesOn) send('alive', {});
              else end();
            });
        }, heartbeatMs);
        const lifetime = setTimeout(end, lifetimeMs);
        letGo.push(
          () => clearInterval(heartbeat),
          () => clearTimeout(lifetime),
        );
        send('ready', {});
        if (closed.aborted) end();
        else closed.addEventListener('abort', end, { once: true });
      },
      cancel: stop,
    },
    { highWaterMark: MAX_BACKLOG_CHUNKS },
  );
}

/** Writes events in the format of the HTML standard, each with its number; ends where nobody reads them. */
function writer(controller: ReadableStreamDefaultController<Uint8Array>, end: () => void) {
  const encoder = new TextEncoder();
  let id = 0;
  return (event: 'ready' | 'change' | 'alive', data: object) => {
    const retry = id === 0 ? `retry: ${RECONNECT_AFTER_MS}\n` : '';
    const text = `${retry}id: ${++id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
    controller.enqueue(encoder.encode(text));
    if ((controller.desiredSize ?? 0) <= 0) end();
  };
}

interface Classes {
  taught: Set<string>;
  joined: Set<string>;
}

/** Of a class itself its students hear too: that it is paused, or that there is a picture to look at. */
function isFor(event: LiveEvent, userId: string, { taught, joined }: Classes): boolean {
  if (event.userId === userId || taught.has(event.classId)) return true;
  return event.kind === 'class' && joined.has(event.classId);
}

function idsOf({ kind, classId, generationId }: LiveEvent) {
  return { kind, classId, generationId };
}

async function findClasses(userId: string): Promise<Classes> {
  const memberships = await db.membership.findMany({
    where: { userId, removedAt: null },
    select: { classId: true, role: true },
  });
  const idsOfRole = (role: 'student' | 'teacher') =>
    new Set(memberships.filter((each) => each.role === role).map(({ classId }) => classId));
  return { taught: idsOfRole('teacher'), joined: idsOfRole('student') };
}

function release(userId: string): void {
  const open = (connections.get(userId) ?? 1) - 1;
  if (open > 0) connections.set(userId, open);
  else connections.delete(userId);
}

import { createServer } from 'node:net';

/** Throws a sentence where another program listens on `port`, before anything else is started. */
export function requireFreePort(port: number): Promise<void> {
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Error('PORT must be a whole number from 1 to 65535.');
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new Error(
          error.code === 'EADDRINUSE'
            ? `Port ${port} is in use. Stop the other program, or choose another: PORT=3001 npm start`
            : `Easel can't listen on port ${port}: ${error.message}`,
        ),
      ),
    );
    probe.listen(port, () => probe.close(() => resolve()));
  });
}

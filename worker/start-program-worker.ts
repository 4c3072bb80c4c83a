import { Worker } from 'bullmq';
import type { Job, WorkerOptions } from 'bullmq';
import { purgeDueClasses } from '#app/features/retention/purge-due-classes.server.ts';
import { runRender } from '#app/features/renders/run-render.server.ts';
import { deliverWebhook, NotDelivered } from '#app/features/webhooks/deliver-webhook.server.ts';
import { jobCatalog } from '#app/platform/job-catalog.ts';
import { log } from '#app/platform/log.server.ts';
import { PROGRAM_QUEUE, queueConnection } from '#app/platform/queue.server.ts';

const AT_ONCE = 4;
const LOCK_MS = 30_000;
const STALLED_CHECK_MS = 5_000;

/**
 * Takes the jobs that compute little: webhooks to deliver, renders that their clock sets off, the daily clean-up.
 */
export function startProgramWorker(options: Pick<WorkerOptions, 'settings'> = {}): Worker {
  const worker = new Worker(PROGRAM_QUEUE, takeJob, {
    ...options,
    connection: queueConnection(),
    concurrency: AT_ONCE,
    lockDuration: LOCK_MS,
    stalledInterval: STALLED_CHECK_MS,
    maxStalledCount: 1_000_000,
  });
  worker.on('error', (error) => log.error({ reason: error.message }, 'queue error'));
  worker.on('failed', (job, error) => {
    if (!(error instanceof NotDelivered))
      log.error({ jobId: job?.id, reason: error.message }, 'program job failed');
  });
  return worker;
}

async function takeJob(job: Job): Promise<void> {
  if (job.name === 'clean-up') {
    const { classes, files } = await purgeDueClasses();
    log.info({ classes, files }, 'daily clean-up done');
    return;
  }
  if (job.name === 'run-render') {
    const { renderId } = jobCatalog['run-render'].parse(job.data);
    const dueAt = new Date(job.opts.prevMillis ?? job.timestamp);
    await runRender({ renderId, cause: 'clock', key: `clock:${dueAt.toISOString()}`, dueAt });
    return;
  }
  const { deliveryId } = jobCatalog['deliver-webhook'].parse(job.data);
  const isLast = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
  await deliverWebhook({ deliveryId, isLast });
}

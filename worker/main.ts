import { Worker } from 'bullmq';
import { scheduleCleanUp } from '#app/features/retention/schedule-clean-up.server.ts';
import { closeDb } from '#app/platform/db.server.ts';
import { jobCatalog } from '#app/platform/job-catalog.ts';
import { log } from '#app/platform/log.server.ts';
import {
  closeQueue,
  PICTURE_QUEUE,
  queueConnection,
  TRAINING_QUEUE,
} from '#app/platform/queue.server.ts';
import { startInference } from './inference/start-inference.ts';
import { drawHeatmaps } from './jobs/draw-heatmaps.ts';
import { generatePicture } from './jobs/generate-picture.ts';
import { sweepDeliveries } from './jobs/sweep-deliveries.ts';
import { sweepGenerations } from './jobs/sweep-generations.ts';
import { sweepHeatmaps } from './jobs/sweep-heatmaps.ts';
import { sweepTrainings } from './jobs/sweep-trainings.ts';
import { trainConcept } from './jobs/train-concept.ts';
import { startPictureGate } from './moderation/pictures/gate.ts';
import { startFeeding } from './start-feeding.ts';
import { startProgramWorker } from './start-program-worker.ts';

/** While pictures are drawn, the one before them is looked at and the one after them is read. */
const BESIDE_DRAWN = 2;
/** Pictures drawn at once where none in flight is larger than the starter's. */
const SMALL_AT_ONCE = 8;
/** After a killed worker a picture waits at most this long, and a moment more, for its next attempt. */
const LOCK_MS = 10_000;
const STALLED_CHECK_MS = 5_000;
const SWEEP_EVERY_MS = 5_000;

const inference = startInference({
  // Of large pictures few are taken from the queue at once, so that its turns stay fair.
  onRoom: (pictures) => {
    worker.concurrency = BESIDE_DRAWN + Math.min(pictures, SMALL_AT_ONCE);
  },
});
const gate = startPictureGate({
  onFault: (fault) => log.warn({ reason: fault.reason }, 'picture gate fault: the picture is held'),
});

const BROUGHT_BACK = {
  connection: queueConnection(),
  lockDuration: LOCK_MS,
  stalledInterval: STALLED_CHECK_MS,
  // The row counts attempts; the queue only has to bring the job back.
  maxStalledCount: 1_000_000,
};

const worker = new Worker(
  PICTURE_QUEUE,
  async (job) => {
    if (job.name === 'draw-heatmaps')
      await drawHeatmaps(jobCatalog['draw-heatmaps'].parse(job.data), inference);
    else await generatePicture(jobCatalog['generate-picture'].parse(job.data), { inference, gate });
  },
  { ...BROUGHT_BACK, concurrency: BESIDE_DRAWN + SMALL_AT_ONCE },
);
const trainer = new Worker(
  TRAINING_QUEUE,
  async (job) => {
    await trainConcept(jobCatalog['train-concept'].parse(job.data), inference);
  },
  { ...BROUGHT_BACK, concurrency: 1 },
);
for (const each of [worker, trainer]) {
  each.on('error', (error) => log.error({ reason: error.message }, 'queue error'));
  each.on('failed', (job, error) =>
    log.error({ job: job?.id, reason: error.message }, 'job failed; the sweep adds it again'),
  );
}

const programs = startProgramWorker();
const stopFeeding = startFeeding();

const sweep = setInterval(() => {
  Promise.all([sweepGenerations(), sweepHeatmaps(), sweepDeliveries(), sweepTrainings()])
    .then((added) => added.reduce((sum, count) => sum + count, 0))
    .then(
      (added) => added > 0 && log.info({ added }, 'swept: jobs added again'),
      (error: Error) => log.error({ reason: error.message }, 'sweep failed'),
    );
}, SWEEP_EVERY_MS);

await Promise.all([worker, programs, trainer].map((each) => each.waitUntilReady()));
await scheduleCleanUp();
process.send?.('ready');

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
// A parent that died can't stop this process any more.
process.on('disconnect', () => void stop());

async function stop(): Promise<void> {
  clearInterval(sweep);
  // Whatever runs is left to the next start: its job comes back when its lock has run out.
  await Promise.all([
    worker.close(true),
    programs.close(true),
    trainer.close(true),
    stopFeeding(),
    inference.close(),
    gate.close(),
  ]);
  await closeQueue();
  await closeDb();
  process.exit(0);
}

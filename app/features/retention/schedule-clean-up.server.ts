import { programQueue, SCHEDULED_JOB } from '#app/platform/queue.server.ts';

const CLEAN_UP = 'clean-up';
/** Before school, on a computer that is switched on; a time that passes while it is off is made up for. */
const EVERY_MORNING = '15 5 * * *';

/** Sets the clock of the daily clean-up where the queue does not know it yet. */
export async function scheduleCleanUp(): Promise<void> {
  if (await programQueue().getJobScheduler(CLEAN_UP)) return;
  await programQueue().upsertJobScheduler(
    CLEAN_UP,
    { pattern: EVERY_MORNING },
    { name: CLEAN_UP, data: {}, opts: SCHEDULED_JOB },
  );
}

import { createPostgresBackend, Queue, setDefaultBackendFactory } from 'bullmq';
import type { ConnectionOptions, JobsOptions } from 'bullmq';
import { pool } from './db.server.ts';
import { env } from './env.server.ts';
import { jobCatalog } from './job-catalog.ts';
import type { JobName, JobPayload } from './job-catalog.ts';

export const PICTURE_QUEUE = 'pictures';
/** What programs cause besides pictures: webhooks, renders by the clock. */
export const PROGRAM_QUEUE = 'programs';
/** Trainings take minutes and are done one at a time, beside the pictures. */
export const TRAINING_QUEUE = 'trainings';

/** Jobs leave nothing behind: the generation's row is the record. */
const JOB_OPTIONS: JobsOptions = {
  attempts: 1,
  removeOnComplete: true,
  removeOnFail: true,
};

/**
 * The queue's connection: PostgreSQL (schema `queue`) by default, Redis where `REDIS_URL` is set. Choosing
 * it also sets BullMQ's backend for this process, so every Queue and Worker must ask here first.
 */
export function queueConnection(): ConnectionOptions {
  const { DATABASE_URL, REDIS_URL } = env();
  if (REDIS_URL) {
    const { hostname, port, username, password, pathname, protocol } = new URL(REDIS_URL);
    return {
      host: hostname,
      port: Number(port || 6379),
      ...(username && { username: decodeURIComponent(username) }),
      ...(password && { password: decodeURIComponent(password) }),
      ...(pathname.length > 1 && { db: Number(pathname.slice(1)) }),
      ...(protocol === 'rediss:' && { tls: {} }),
      maxRetriesPerRequest: null,
    };
  }
  setDefaultBackendFactory(createPostgresBackend as never);
  return { connectionString: DATABASE_URL, schema: 'queue', migrate: true } as never;
}

let queue: Queue | undefined;

/** The queue of picture jobs, opened at first use. */
export function pictureQueue(): Queue {
  queue ??= new Queue(PICTURE_QUEUE, { connection: queueConnection() });
  return queue;
}

/**
 * Adds a job under an id of our own, so that adding it twice is adding it once. Smaller priorities (1 and
 * up) are served first, equal ones in order of arrival.
 */
export async function addJob<Name extends JobName>(
  name: Name,
  jobId: string,
  payload: JobPayload<Name>,
  priority: number,
): Promise<void> {
  await pictureQueue().add(name, jobCatalog[name].parse(payload), {
    ...JOB_OPTIONS,
    jobId,
    priority,
  });
}

let programs: Queue | undefined;

/** The queue of what programs cause, opened at first use. */
export function programQueue(): Queue {
  programs ??= new Queue(PROGRAM_QUEUE, { connection: queueConnection() });
  return programs;
}

/** A receiver that is away for an afternoon is still told: 5 s, 10 s, … and hours between the last ones. */
const PROGRAM_ATTEMPTS = 12;
const FIRST_RETRY_MS = 5_000;

/** How the queue runs a render that its clock sets off. */
export const SCHEDULED_JOB: JobsOptions = {
  ...JOB_OPTIONS,
  attempts: 5,
  backoff: { type: 'exponential', delay: FIRST_RETRY_MS },
};

/** Adds a job of a program under an id of our own; a failed attempt is made again, with growing waits. */
export async function addProgramJob<Name extends JobName>(
  name: Name,
  jobId: string,
  payload: JobPayload<Name>,
): Promise<void> {
  await programQueue().add(name, jobCatalog[name].parse(payload), {
    ...JOB_OPTIONS,
    jobId,
    attempts: PROGRAM_ATTEMPTS,
    backoff: { type: 'exponential', delay: FIRST_RETRY_MS },
  });
}

let trainings: Queue | undefined;

/** The queue of trainings, opened at first use. */
export function trainingQueue(): Queue {
  trainings ??= new Queue(TRAINING_QUEUE, { connection: queueConnection() });
  return trainings;
}

/** Adds a training under its concept's own id, so that adding it twice is adding it once. */
export async function addTrainingJob(payload: JobPayload<'train-concept'>): Promise<void> {
  const { conceptId } = jobCatalog['train-concept'].parse(payload);
  await trainingQueue().add('train-concept', { conceptId }, { ...JOB_OPTIONS, jobId: conceptId });
}

/** Takes a job out of the queue. One that runs is locked by its worker and ends there by itself. */
export function removeJob(jobId: string): Promise<void> {
  return removeJobOf(pictureQueue(), jobId);
}

async function removeJobOf(of: Queue, jobId: string): Promise<void> {
  const job = await of.getJob(jobId);
  if (job && !(await job.isActive())) await job.remove().catch(() => {});
}

/** Jobs of each queue by their ids, and the clocks that add jobs. */
export interface QueuedJobs {
  pictures: string[];
  trainings?: string[];
  programs?: string[];
  clocks?: string[];
}

/** Takes jobs and clocks out of the queues, and the queues' own notes of what happened to them. Nothing reads those. */
export async function forgetJobs(queued: QueuedJobs): Promise<void> {
  const { pictures, trainings = [], programs: deliveries = [], clocks = [] } = queued;
  for (const id of clocks) await programQueue().removeJobScheduler(id);
  await forgetJobsOf(pictureQueue(), pictures);
  await forgetJobsOf(trainingQueue(), trainings);
  await forgetJobsOf(programQueue(), deliveries);
}

async function forgetJobsOf(of: Queue, jobIds: string[]): Promise<void> {
  // The queue makes its tables when it is first opened, which may be now.
  await of.waitUntilReady();
  for (const jobId of jobIds) await removeJobOf(of, jobId);
  // BullMQ's own verb is not yet there for PostgreSQL.
  if (env().REDIS_URL) await of.trimEvents(0);
  else await pool.query('DELETE FROM queue.event WHERE queue = $1', [of.name]);
}

/** Closes the queues of this process, for a clean stop. */
export async function closeQueue(): Promise<void> {
  await Promise.all([queue?.close(), programs?.close(), trainings?.close()]);
  queue = undefined;
  programs = undefined;
  trainings = undefined;
}

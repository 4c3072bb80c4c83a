import { CronExpressionParser } from 'cron-parser';

/**
 * The next times of a schedule after a moment, in its own time zone: the reading that the queue fires by. A time
 * that daylight saving skips comes an hour later, one that it repeats comes once, an hourly one never stops.
 */
export function findNextTimes(
  { cron, timeZone }: { cron: string; timeZone: string },
  count: number,
  after = new Date(),
): Date[] {
  const times = CronExpressionParser.parse(cron, { tz: timeZone, currentDate: after });
  return Array.from({ length: count }, () => times.next().toDate());
}

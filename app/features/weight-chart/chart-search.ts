import { z } from 'zod';

const chartSearchSchema = z.object({
  classId: z.string().uuid().nullable().catch(null),
  phrase: z.string().max(300).nullable().catch(null),
});

/** What the chart's address says; what somebody mistyped counts as not said. */
export function readChartSearch(url: string): z.output<typeof chartSearchSchema> {
  const search = new URL(url).searchParams;
  return chartSearchSchema.parse({ classId: search.get('class'), phrase: search.get('phrase') });
}

/** Does one step of the start and prints its name and the seconds that it took. */
export async function phase<Result>(title: string, work: () => Promise<Result>): Promise<Result> {
  const startMs = performance.now();
  process.stdout.write(`  ${title} … `);
  const result = await work();
  console.log(`${((performance.now() - startMs) / 1000).toFixed(1)} s`);
  return result;
}

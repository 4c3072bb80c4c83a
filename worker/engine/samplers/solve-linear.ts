/** Solves a small square system of linear equations by elimination with row exchange. */
export function solveLinear(rows: number[][], right: number[]): number[] {
  const system = rows.map((row, i) => [...row, right[i]!]);
  const size = system.length;
  for (let column = 0; column < size; column++) {
    const below = system.slice(column).map((row) => Math.abs(row[column]!));
    const pivot = column + below.indexOf(Math.max(...below));
    [system[column], system[pivot]] = [system[pivot]!, system[column]!];
    const pivotRow = system[column]!;
    for (const [i, row] of system.entries()) {
      if (i === column) continue;
      const factor = row[column]! / pivotRow[column]!;
      for (let k = column; k <= size; k++) row[k] = row[k]! - factor * pivotRow[k]!;
    }
  }
  return system.map((row, i) => row[size]! / row[i]!);
}

/**
 * Solves `matrix · x = right` for several right sides at once, by LU decomposition with partial pivoting (Golub & Van Loan, Matrix
 * Computations, 3.4). `matrix` holds `size × size` numbers row by row; each right side of `rights` has `size` numbers and is replaced by its
 * solution. `matrix` is overwritten. False, with everything in disorder, where a pivot is smaller than the largest entry's rounding: the
 * matrix is singular. Takes size³ / 3 multiplications: meant for some hundred unknowns.
 */
export function solveLinear(matrix: Float64Array, size: number, rights: readonly Float64Array[]): boolean {
  const at = (row: number, column: number) => matrix[row * size + column] ?? Number.NaN;
  const tiny = matrix.reduce((most, value) => Math.max(most, Math.abs(value)), 0) * size * Number.EPSILON;
  for (let pivot = 0; pivot < size; pivot++) {
    let best = pivot;
    for (let row = pivot + 1; row < size; row++)
      if (Math.abs(at(row, pivot)) > Math.abs(at(best, pivot))) best = row;
    // Written so that NaN fails too.
    if (!(Math.abs(at(best, pivot)) > tiny)) return false;
    if (best !== pivot) {
      for (let column = 0; column < size; column++) swap(matrix, best * size + column, pivot * size + column);
      for (const right of rights) swap(right, best, pivot);
    }
    for (let row = pivot + 1; row < size; row++) {
      const factor = at(row, pivot) / at(pivot, pivot);
      if (factor === 0) continue;
      for (let column = pivot + 1; column < size; column++)
        matrix[row * size + column] = at(row, column) - factor * at(pivot, column);
      for (const right of rights) right[row] = (right[row] ?? 0) - factor * (right[pivot] ?? 0);
    }
  }
  for (const right of rights)
    for (let row = size - 1; row >= 0; row--) {
      let sum = right[row] ?? 0;
      for (let column = row + 1; column < size; column++) sum -= at(row, column) * (right[column] ?? 0);
      right[row] = sum / at(row, row);
    }
  return true;
}

function swap(values: Float64Array, a: number, b: number): void {
  const kept = values[a] ?? 0;
  values[a] = values[b] ?? 0;
  values[b] = kept;
}

/** Joins the ways of a multipolygon end to end into closed rings; undefined when one stays open. */
export function joinRings(lines: readonly Int32Array[]): Int32Array[] | undefined {
  const rings: Int32Array[] = [];
  const open = new Set(lines);
  const byEnd = new Map<number, Int32Array[]>();
  for (const line of lines) {
    for (const end of [line[0], line.at(-1)]) {
      if (end === undefined) return undefined;
      byEnd.set(end, [...(byEnd.get(end) ?? []), line]);
    }
  }
  for (const first of lines) {
    if (!open.delete(first)) continue;
    const ring = [...first];
    while (ring.at(-1) !== ring[0] || ring.length < 2) {
      const end = ring.at(-1) as number;
      const next = byEnd.get(end)?.find((line) => open.has(line));
      if (!next) return undefined;
      open.delete(next);
      ring.push(...(next[0] === end ? next.subarray(1) : next.slice(0, -1).reverse()));
    }
    if (ring.length < 4) return undefined;
    rings.push(Int32Array.from(ring));
  }
  return rings;
}

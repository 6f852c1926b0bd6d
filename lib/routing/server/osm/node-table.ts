/** Nodes of an import as typed arrays: a number for each OpenStreetMap id, its position and how often ways use it. */

/** From this many uses on a node is a junction; more make no difference. */
const MANY = 2;

export class NodeTable {
  /** Open addressing; 0 is free, else the node's number plus 1. A power of two, at most half full. */
  private slots = new Uint32Array(1 << 12);
  private ids = new Float64Array(1 << 11);
  private uses = new Uint8Array(1 << 11);
  /** Degrees; NaN until the node was read. */
  lng = new Float64Array(0);
  lat = new Float64Array(0);
  size = 0;

  private slotOf(id: number): number {
    const mask = this.slots.length - 1;
    // Ids lie in runs, and those of a country differ in the upper half too.
    let slot = Math.imul((id | 0) ^ ((id / 0x100000000) | 0), 0x9e3779b1);
    for (slot = (slot ^ (slot >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const entry = this.slots[slot] as number;
      if (entry === 0 || this.ids[entry - 1] === id) return slot;
    }
  }

  /** Number of a node, which it gets when it is new. */
  add(id: number): number {
    const slot = this.slotOf(id);
    const entry = this.slots[slot] as number;
    if (entry !== 0) return entry - 1;
    if (this.size === this.ids.length) {
      this.grow();
      return this.add(id);
    }
    this.ids[this.size] = id;
    this.slots[slot] = ++this.size;
    return this.size - 1;
  }

  /** Number of a node, or -1. */
  find(id: number): number {
    return (this.slots[this.slotOf(id)] as number) - 1;
  }

  /** Counts a use of a node by a way. */
  use(node: number): void {
    if ((this.uses[node] as number) < MANY) this.uses[node] = (this.uses[node] as number) + 1;
  }

  /** True when ways meet here. */
  isShared(node: number): boolean {
    return this.uses[node] === MANY;
  }

  id(node: number): number {
    return this.ids[node] as number;
  }

  /** Makes room for positions, once all nodes are known. */
  startPositions(): void {
    this.lng = new Float64Array(this.size).fill(Number.NaN);
    this.lat = new Float64Array(this.size).fill(Number.NaN);
  }

  hasPosition(node: number): boolean {
    return !Number.isNaN(this.lng[node]);
  }

  private grow(): void {
    const ids = new Float64Array(this.ids.length * 2);
    ids.set(this.ids);
    this.ids = ids;
    const uses = new Uint8Array(ids.length);
    uses.set(this.uses);
    this.uses = uses;
    this.slots = new Uint32Array(ids.length * 2);
    for (let node = 0; node < this.size; node++) this.slots[this.slotOf(ids[node] as number)] = node + 1;
  }
}

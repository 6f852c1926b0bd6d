/** Queues of nodes by key, least first. Nothing is allocated but to grow. */

/** A binary heap: good for a few entries. */
export class Queue {
  size = 0;
  private values = new Uint32Array(1024);
  private keys = new Float64Array(1024);

  clear() {
    this.size = 0;
  }

  /** The key of the next value; there must be one. */
  get least(): number {
    return this.keys[0] as number;
  }

  push(value: number, key: number) {
    if (this.size === this.values.length) this.grow();
    const { values, keys } = this;
    let at = this.size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((keys[parent] as number) <= key) break;
      keys[at] = keys[parent] as number;
      values[at] = values[parent] as number;
      at = parent;
    }
    keys[at] = key;
    values[at] = value;
  }

  /** Takes the value with the least key; there must be one. */
  pop(): number {
    const { values, keys } = this;
    const top = values[0] as number;
    const size = --this.size;
    if (size > 0) {
      const key = keys[size] as number;
      let at = 0;
      for (;;) {
        let child = 2 * at + 1;
        if (child >= size) break;
        if (child + 1 < size && (keys[child + 1] as number) < (keys[child] as number)) child++;
        if ((keys[child] as number) >= key) break;
        keys[at] = keys[child] as number;
        values[at] = values[child] as number;
        at = child;
      }
      keys[at] = key;
      values[at] = values[size] as number;
    }
    return top;
  }

  private grow() {
    this.values = doubled(this.values);
    this.keys = doubled(this.keys);
  }
}

/** Whole keys that have a bucket of their own, from the present one on. A power of two. */
const BUCKETS = 1024;
/** Thirty thousand years: nobody goes there. */
const MOST_KEY = 2 ** 40;

/**
 * For hundreds of entries or many thousand: they wait in buckets by their whole key (a second, in a search), and only those of the present bucket stand in
 * a heap, which is small and stays in the fastest memory. The order is as exact as the heap's.
 */
export class WideQueue {
  size = 0;
  private readonly near = new Queue();
  /** The whole key whose entries stand in the heap. */
  private present = 0;
  /** First entry of each bucket; -1 is none. */
  private readonly first = new Int32Array(BUCKETS).fill(-1);
  private values = new Uint32Array(1024);
  private keys = new Float64Array(1024);
  /** The next entry of the same bucket, or the next free one. */
  private next = new Int32Array(1024);
  private free = -1;
  private used = 0;
  private inBuckets = 0;
  /** First entry of those that lie beyond all buckets, and their least key. */
  private beyond = -1;
  private leastBeyond = Number.POSITIVE_INFINITY;

  clear() {
    this.near.clear();
    if (this.inBuckets > 0) this.first.fill(-1);
    this.inBuckets = 0;
    this.beyond = -1;
    this.leastBeyond = Number.POSITIVE_INFINITY;
    this.size = 0;
    this.present = 0;
    this.free = -1;
    this.used = 0;
  }

  /** The key of the next value; there must be one. */
  get least(): number {
    while (this.near.size === 0) this.advance();
    return this.near.least;
  }

  /** Adds a value; its key must not be negative, and what is not below `MOST_KEY` is left out. */
  push(value: number, key: number) {
    if (!(key < MOST_KEY)) return;
    this.size++;
    if (key < this.present + 1) {
      this.near.push(value, key);
      return;
    }
    let entry = this.free;
    if (entry >= 0) this.free = this.next[entry] as number;
    else {
      entry = this.used++;
      if (entry === this.values.length) this.grow();
    }
    this.values[entry] = value;
    this.keys[entry] = key;
    this.put(entry, key);
  }

  /** Takes the value with the least key; there must be one. */
  pop(): number {
    while (this.near.size === 0) this.advance();
    this.size--;
    return this.near.pop();
  }

  private put(entry: number, key: number) {
    if (key >= this.present + BUCKETS) {
      this.next[entry] = this.beyond;
      this.beyond = entry;
      if (key < this.leastBeyond) this.leastBeyond = key;
      return;
    }
    const bucket = Math.floor(key) & (BUCKETS - 1);
    this.next[entry] = this.first[bucket] as number;
    this.first[bucket] = entry;
    this.inBuckets++;
  }

  /** Goes on to the next bucket and moves what is in it into the heap. */
  private advance() {
    this.present = this.inBuckets > 0 ? this.present + 1 : Math.floor(this.leastBeyond);
    if (this.present >= Math.floor(this.leastBeyond)) {
      let entry = this.beyond;
      this.beyond = -1;
      this.leastBeyond = Number.POSITIVE_INFINITY;
      while (entry >= 0) {
        const after = this.next[entry] as number;
        this.put(entry, this.keys[entry] as number);
        entry = after;
      }
    }
    const bucket = this.present & (BUCKETS - 1);
    let entry = this.first[bucket] as number;
    this.first[bucket] = -1;
    while (entry >= 0) {
      const after = this.next[entry] as number;
      this.near.push(this.values[entry] as number, this.keys[entry] as number);
      this.next[entry] = this.free;
      this.free = entry;
      this.inBuckets--;
      entry = after;
    }
  }

  private grow() {
    this.values = doubled(this.values);
    this.keys = doubled(this.keys);
    this.next = doubled(this.next);
  }
}

function doubled<Column extends Uint32Array | Int32Array | Float64Array>(column: Column): Column {
  const larger = new (column.constructor as new (length: number) => Column)(column.length * 2);
  larger.set(column);
  return larger;
}

/** Buckets from the present one on. A power of two. */
const BUCKETS = 1024;
/** Thirty thousand years: nobody goes there. */
const MOST_KEY = 2 ** 40;

/**
 * A queue of nodes by key, least first, for a few entries or many thousand: they wait in buckets by their key (a second, in a search, or the given part
 * of one), and only those of the present bucket are put in order, which are few. Nothing is allocated but to grow.
 */
export class WideQueue {
  size = 0;
  /** The bucket whose entries are in order, counted from key 0; of them the last is the next. */
  private present = 0;
  private near = 0;
  private nearValues = new Uint32Array(1024);
  private nearKeys = new Float64Array(1024);
  /** First entry of each bucket; -1 is none. */
  private readonly first = new Int32Array(BUCKETS).fill(-1);
  private values = new Uint32Array(1024);
  private keys = new Float64Array(1024);
  /** The next entry of the same bucket, or the next free one. */
  private next = new Int32Array(1024);
  private free = -1;
  private used = 0;
  private inBuckets = 0;
  /** First entry of those that lie beyond all buckets, and the least place among them. */
  private beyond = -1;
  private leastBeyond = Number.POSITIVE_INFINITY;

  /** More buckets a unit are for many entries close by; a power of two, so that nothing is rounded. */
  constructor(private readonly perUnit = 1) {}

  clear() {
    if (this.inBuckets > 0) this.first.fill(-1);
    this.inBuckets = 0;
    this.beyond = -1;
    this.leastBeyond = Number.POSITIVE_INFINITY;
    this.size = 0;
    this.near = 0;
    this.present = 0;
    this.free = -1;
    this.used = 0;
  }

  /** The key of the next value; there must be one. */
  get least(): number {
    while (this.near === 0) this.advance();
    return this.nearKeys[this.near - 1] as number;
  }

  /** Takes the value with the least key; there must be one. */
  pop(): number {
    while (this.near === 0) this.advance();
    this.size--;
    return this.nearValues[--this.near] as number;
  }

  /** Adds a value; its key must not be negative, and what is not below `MOST_KEY` is left out. */
  push(value: number, key: number) {
    if (!(key < MOST_KEY)) return;
    this.size++;
    if (key * this.perUnit < this.present + 1) {
      this.order(value, key);
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

  /** Puts a value in its place among those of the present bucket. */
  private order(value: number, key: number) {
    if (this.near === this.nearValues.length) {
      this.nearValues = doubled(this.nearValues);
      this.nearKeys = doubled(this.nearKeys);
    }
    const { nearValues, nearKeys } = this;
    let at = this.near++;
    for (; at > 0 && (nearKeys[at - 1] as number) < key; at--) {
      nearKeys[at] = nearKeys[at - 1] as number;
      nearValues[at] = nearValues[at - 1] as number;
    }
    nearKeys[at] = key;
    nearValues[at] = value;
  }

  private put(entry: number, key: number) {
    const place = key * this.perUnit;
    if (place >= this.present + BUCKETS) {
      this.next[entry] = this.beyond;
      this.beyond = entry;
      if (place < this.leastBeyond) this.leastBeyond = place;
      return;
    }
    const bucket = Math.floor(place) & (BUCKETS - 1);
    this.next[entry] = this.first[bucket] as number;
    this.first[bucket] = entry;
    this.inBuckets++;
  }

  /** Goes on to the next bucket and puts in order what is in it. */
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
      this.order(this.values[entry] as number, this.keys[entry] as number);
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

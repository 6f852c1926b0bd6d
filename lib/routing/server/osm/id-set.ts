/** A set of OpenStreetMap ids as pages of bits: ids of one region lie in runs, so that a city's few million take a few megabytes. */

/** Ids a page covers. */
const PAGE = 8192;

export class IdSet {
  private readonly pages = new Map<number, Uint32Array>();
  /** The page asked for last: elements come in the order of their ids. */
  private lastNumber = Number.NaN;
  private lastPage: Uint32Array | undefined;

  private page(id: number): Uint32Array | undefined {
    const number = Math.floor(id / PAGE);
    if (number !== this.lastNumber) {
      this.lastNumber = number;
      this.lastPage = this.pages.get(number);
    }
    return this.lastPage;
  }

  add(id: number): void {
    let page = this.page(id);
    if (!page) {
      page = new Uint32Array(PAGE / 32);
      this.pages.set(this.lastNumber, page);
      this.lastPage = page;
    }
    const bit = id - this.lastNumber * PAGE;
    page[bit >>> 5] = (page[bit >>> 5] as number) | (1 << (bit & 31));
  }

  has(id: number): boolean {
    const page = this.page(id);
    if (!page) return false;
    const bit = id - this.lastNumber * PAGE;
    return ((page[bit >>> 5] as number) & (1 << (bit & 31))) !== 0;
  }
}

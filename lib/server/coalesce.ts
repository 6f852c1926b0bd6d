import { performance } from 'node:perf_hooks';

/** How many are done in one round at most: enough to share a round trip and a commit, few enough that none waits long for the others. */
const MOST = 128;
/** Milliseconds that a process with little idle time lets pass between rounds: they grow, and cost it less. */
const PAUSE = 20;
const BUSY = 0.5;
/** So many in a round share its cost already. */
const ENOUGH = 24;
/** Milliseconds over which idle time is looked at. */
const WINDOW = 100;

let seen = performance.eventLoopUtilization();
let seenAt = performance.now();
let share = 0;

/** True where this process has been busy most of the time lately. */
function isHardPressed(): boolean {
  const now = performance.now();
  if (now - seenAt > WINDOW) {
    const next = performance.eventLoopUtilization();
    share = performance.eventLoopUtilization(next, seen).utilization;
    seen = next;
    seenAt = now;
  }
  return share > BUSY;
}

/**
 * Makes one call of many: whatever is asked for while a round is under way waits, and goes together in the next. Alone it goes at once; under load a round
 * costs little more than one call did. `work` gives one answer for each item, in their order; when a round of several fails, each is done again
 * alone, so that one bad item fails for itself only. So `work` must bear being repeated.
 */
export function coalesce<Item, Answer>(
  work: (items: readonly Item[]) => Promise<readonly Answer[]>,
): (item: Item) => Promise<Answer> {
  interface Asked {
    item: Item;
    resolve: (answer: Answer) => void;
    reject: (error: unknown) => void;
  }
  let waiting: Asked[] = [];
  let isBusy = false;

  async function answer(asked: readonly Asked[]): Promise<void> {
    try {
      const answers = await work(asked.map(({ item }) => item));
      for (const [i, { resolve }] of asked.entries()) resolve(answers[i] as Answer);
    } catch (error) {
      if (asked.length === 1) asked[0]?.reject(error);
      // All at once: where the database is down, each would wait for its own time to run out.
      else await Promise.all(asked.map((one) => answer([one])));
    }
  }

  async function goOn() {
    isBusy = true;
    while (waiting.length > 0) {
      const round = waiting.slice(0, MOST);
      waiting = waiting.slice(MOST);
      await answer(round);
      if (round.length < ENOUGH && isHardPressed())
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    isBusy = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!isBusy) void goOn();
    });
}

/** The same for each of several owners (databases): one that is gone takes its queue along. */
export function coalesceFor<Owner extends object, Item, Answer>(
  work: (owner: Owner, items: readonly Item[]) => Promise<readonly Answer[]>,
): (owner: Owner, item: Item) => Promise<Answer> {
  const queues = new WeakMap<Owner, (item: Item) => Promise<Answer>>();
  return (owner, item) => {
    let queue = queues.get(owner);
    if (!queue) {
      queue = coalesce((items: readonly Item[]) => work(owner, items));
      queues.set(owner, queue);
    }
    return queue(item);
  };
}

/** Sends suggestions to portals and times each, as whoever sent it would. */
import { Pool } from 'undici';
import type { ReadyRequest } from './requests';

export interface Outcome {
  /** Milliseconds from when each was to be sent to its receipt. */
  times: number[];
  /** References of the receipts, as people saw them. */
  references: string[];
  /** Answers that were no receipt, by status or fault. */
  refused: Map<string, number>;
  /** From the first that was to be sent to the last receipt. */
  seconds: number;
}

/** As many connections to an instance as browsers near it would hold. */
const CONNECTIONS = 64;

class Recorder {
  private readonly outcome: Outcome = { times: [], references: [], refused: new Map(), seconds: 0 };
  private readonly begun = performance.now();

  private readonly pools: readonly Pool[];

  constructor(ports: readonly number[]) {
    this.pools = ports.map((port) => new Pool(`http://127.0.0.1:${port}`, { connections: CONNECTIONS }));
  }

  /** Sends one, to the instances in turn; its time counts from when it was due. */
  async send(request: ReadyRequest, index: number, due: number) {
    const { times, references, refused } = this.outcome;
    const refuse = (why: string) => refused.set(why, (refused.get(why) ?? 0) + 1);
    try {
      const pool = this.pools[index % this.pools.length] as Pool;
      const { statusCode, body } = await pool.request({
        path: '/api/suggestions',
        method: 'POST',
        ...request,
      });
      const text = await body.text();
      times.push(performance.now() - due);
      if (statusCode === 201) references.push(String(JSON.parse(text).reference));
      else refuse(String(statusCode));
    } catch (error) {
      refuse(error instanceof Error ? error.message : 'unknown');
    }
  }

  async end(): Promise<Outcome> {
    const seconds = (performance.now() - this.begun) / 1000;
    await Promise.all(this.pools.map((pool) => pool.close()));
    return { ...this.outcome, seconds };
  }
}

/**
 * At a steady rate, whether or not those before have been answered: whoever comes while the portal is busy waits, and the wait counts (nothing is hidden by a
 * sender that slows down with the portal).
 */
export async function sendSteadily(
  ports: readonly number[],
  requests: readonly ReadyRequest[],
  perSecond: number,
): Promise<Outcome> {
  const recorder = new Recorder(ports);
  const start = performance.now();
  const sent: Promise<void>[] = [];
  for (let i = 0; i < requests.length; ) {
    const due = start + (i / perSecond) * 1000;
    const early = due - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    else sent.push(recorder.send(requests[i] as ReadyRequest, i++, due));
  }
  await Promise.all(sent);
  return recorder.end();
}

/** As fast as they are taken, so many at a time. */
export async function sendCrowd(
  ports: readonly number[],
  requests: readonly ReadyRequest[],
  atOnce: number,
): Promise<Outcome> {
  const recorder = new Recorder(ports);
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < requests.length) {
        const index = next++;
        await recorder.send(requests[index] as ReadyRequest, index, performance.now());
      }
    }),
  );
  return recorder.end();
}

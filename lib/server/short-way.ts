/**
 * A short way past the framework for one address that much comes to at once: what Next does with a request before and after a route handler takes longer than
 * the handler itself (`bench:feedback`). The route stays what it is and answers everything else; only small JSON goes this way.
 */
import { type IncomingMessage, Server, type ServerResponse } from 'node:http';

type Handler = (request: Request) => Promise<Response>;

export interface ShortWay {
  /** Without a query. */
  path: string;
  /** Longer bodies go the framework's way. */
  mostBytes: number;
  /** The route's own POST. */
  handler: Handler;
}

const isTaken = ({ path, mostBytes }: ShortWay, { method, url, headers }: IncomingMessage): boolean =>
  method === 'POST' &&
  url === path &&
  headers['content-type'] === 'application/json' &&
  // HTTP ends a body at the length it names; one without goes where its bytes are counted. NaN is not less.
  Number(headers['content-length']) <= mostBytes;

async function answer(handler: Handler, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    for (const one of [value ?? []].flat()) headers.append(name, one);
  // As the framework does where no proxy says who asks.
  if (!headers.has('x-forwarded-for')) headers.set('x-forwarded-for', incoming.socket.remoteAddress ?? '');
  const response = await handler(
    new Request(`http://${incoming.headers.host}${incoming.url}`, {
      method: 'POST',
      headers,
      body: Buffer.concat(chunks),
    }),
  );
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.writeHead(response.status, {
    ...Object.fromEntries(response.headers),
    'Content-Length': body.length,
    'X-Content-Type-Options': 'nosniff',
  });
  outgoing.end(body);
}

/**
 * Lays the short way for every server of this process, as tracing libraries lay theirs: Next gives no handle on the server it starts. Returns what takes it
 * away again.
 */
export function layShortWay(way: ShortWay): () => void {
  const { emit } = Server.prototype;
  Server.prototype.emit = function (this: Server, event: string, ...given: unknown[]): boolean {
    const [incoming, outgoing] = given as [IncomingMessage, ServerResponse];
    if (event !== 'request' || !isTaken(way, incoming)) return Reflect.apply(emit, this, [event, ...given]);
    // The client has gone, or the handler broke: it closes, and whoever sent it tries again.
    answer(way.handler, incoming, outgoing).catch(() => outgoing.destroy());
    return true;
  } as typeof emit;
  return () => {
    Server.prototype.emit = emit;
  };
}

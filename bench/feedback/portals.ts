/** Portals as an operator starts them, over one database. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');
const FIRST_PORT = 3230;

export interface Portals {
  /** Where each answers. */
  ports: number[];
  stop(): Promise<void>;
}

async function untilAnswering(port: number) {
  for (let attempt = 0; attempt < 150; attempt++) {
    if (await fetch(`http://127.0.0.1:${port}/robots.txt`).catch(() => undefined)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`nothing answers on port ${port}`);
}

/** Starts so many instances of the built portal. Deliveries to the city are another process's work, and off here. */
export async function startPortals(count: number, environment: Record<string, string>): Promise<Portals> {
  if (!existsSync(path.join(root, '.next/BUILD_ID')))
    throw new Error('there is no built portal: run `npm run build` first');
  const ports = Array.from({ length: count }, (_, index) => FIRST_PORT + index);
  const children: ChildProcess[] = ports.map((port) =>
    spawn(
      process.execPath,
      [
        // As `npm start` does.
        '--max-semi-space-size=64',
        path.join(root, 'node_modules/next/dist/bin/next'),
        'start',
        '--port',
        String(port),
      ],
      {
        cwd: root,
        env: { ...process.env, ...environment, DISPATCHER: 'off', NEXT_TELEMETRY_DISABLED: '1' },
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    ),
  );
  await Promise.all(ports.map(untilAnswering));
  return {
    ports,
    async stop() {
      await Promise.all(
        children.map(
          (child) =>
            new Promise((resolve) => {
              child.once('exit', resolve);
              child.kill();
            }),
        ),
      );
    },
  };
}

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..');
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder for PATH with the given scripts in it. */
function fakeCommands(scripts: Record<string, string>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'yuwalk-'));
  folders.push(folder);
  for (const [name, body] of Object.entries(scripts)) {
    writeFileSync(path.join(folder, name), `#!/bin/sh\n${body}\n`);
    chmodSync(path.join(folder, name), 0o755);
  }
  return folder;
}

/** Runs `npm run up` as far as its first complaint. */
function up(environment: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['scripts/up.sh'], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment } as unknown as NodeJS.ProcessEnv,
    timeout: 30_000,
  });
  return { status, stdout, lines: stderr.trim().split('\n') };
}

describe('npm run up says in one line what is in its way', () => {
  test('a port that is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    const { port } = server.address() as { port: number };
    const { status, stdout, lines } = up({ PORT: String(port) });
    server.close();
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(lines).toEqual([
      `YuWalk: Port ${port} on localhost is taken or not allowed. Choose another: PORT=3001 npm run up`,
    ]);
  });
  test('a port that is no number', () => {
    expect(up({ PORT: '80a' }).lines).toEqual(['YuWalk: PORT must be a number, not "80a".']);
  });
  test('a Node that is too old', () => {
    const node = fakeCommands({ node: 'case $1 in -p) echo 18 ;; *) echo v18.20.0 ;; esac', npm: 'exit 0' });
    const { status, lines } = up({ PATH: `${node}:${process.env.PATH}` });
    expect(status).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^YuWalk: Node v18\.20\.0 is too old\. Node 2\d or newer is needed\.$/);
  });
  test('no Node at all', () => {
    const bare = fakeCommands({});
    for (const name of ['dirname', 'uname', 'cat'])
      symlinkSync(spawnSync('which', [name], { encoding: 'utf8' }).stdout.trim(), path.join(bare, name));
    const { status, lines } = up({ PATH: bare });
    expect(status).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/Node\.js is missing/);
  });
  test('a full disk', () => {
    const full = fakeCommands({
      df: 'echo "Filesystem 1024-blocks Used Available Capacity Mounted"; echo "disk 1000 990 10240 99% /"',
    });
    const { status, lines } = up({ PATH: `${full}:${process.env.PATH}`, PORT: '3999' });
    expect(status).toBe(1);
    expect(lines).toEqual(['YuWalk: The disk is nearly full: 10 MB free, 800 MB needed.']);
  });
});

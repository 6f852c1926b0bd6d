/**
 * npm run feedback:keys -- new | rotate | report: changes the keys that seal personal data. `new` makes a key; once every process of the portal knows it,
 * `rotate` seals everything anew with it; `report` says which keys are still needed.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openStore } from '../lib/feedback/server/store';
import { countSeals, rotateKeys } from '../lib/feedback/server/tracking/rotate-keys';
import { databaseAddress, varFolder } from '../lib/server/database';
import { environment } from '../lib/server/env';
import { makeKey, readKeyRing } from '../lib/server/vault';

const idsOf = (ring: string) => ring.split(',').map((entry) => entry.trim().split(':')[0] ?? '');

/** A key that sorts by the day it was made. */
function newKey(ring: string): string {
  const day = new Date().toISOString().slice(0, 10).replaceAll('-', '');
  const taken = idsOf(ring);
  let id = `k${day}`;
  for (let number = 2; taken.includes(id); number++) id = `k${day}-${number}`;
  return makeKey(id);
}

function addKey() {
  const ring = readKeyRing();
  const key = newKey(ring);
  if (environment.DATA_KEYS) {
    console.log(`Put this key first in DATA_KEYS, before the others and a comma:\n\n${key}\n`);
  } else {
    const file = path.join(varFolder(), 'secret', 'data-keys');
    // Written beside it and put in its place: a key file that is cut short would lock everything.
    writeFileSync(`${file}.new`, `${key},${readFileSync(file, 'utf8').trim()}\n`, {
      mode: 0o600,
      flush: true,
    });
    renameSync(`${file}.new`, file);
    console.log(`Key ${idsOf(key)[0]} stands first in ${path.relative(process.cwd(), file)}.`);
  }
  console.log('Start every process of the portal anew, then: npm run feedback:keys -- rotate');
}

const command = process.argv[2];
if (command === 'new') addKey();
else if (command === 'rotate' || command === 'report') {
  const ring = readKeyRing();
  const store = await openStore(databaseAddress(), ring);
  if (command === 'rotate') {
    const { resealed, unreadable } = await rotateKeys(store);
    console.log(`${resealed} sealed anew.`);
    if (unreadable > 0) {
      console.error(`${unreadable} could not be opened with any key of the ring and were left as they are.`);
      process.exitCode = 1;
    }
  }
  const counts = await countSeals(store);
  for (const id of new Set([...idsOf(ring), ...counts.keys()])) {
    const count = counts.get(id) ?? 0;
    const isFirst = id === idsOf(ring)[0];
    console.log(`${id}: ${count}${isFirst ? ', seals' : count === 0 ? ', can leave the ring' : ''}`);
  }
  await store.db.destroy();
} else {
  console.error('npm run feedback:keys -- new | rotate | report');
  process.exitCode = 1;
}

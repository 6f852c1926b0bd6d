/** What kerbs and barriers on the nodes of a line do to the edge made of it. */

import type { NodeTraits } from '../../osm/tags';
import type { EdgeInput } from '../../packed-network';
import { kerbs, wheelchairs } from '../../packed-network';
import type { EdgeTraits } from './edge-sink';

/** The higher of two kerbs; what nobody looked at may be higher than any but a raised one. */
function higherKerb(a: EdgeInput['kerb'], b: NonNullable<EdgeInput['kerb']>): EdgeInput['kerb'] {
  return a === undefined || kerbs.indexOf(b) > kerbs.indexOf(a) ? b : a;
}

const worseWheelchair = (a: EdgeInput['wheelchair'], b: NonNullable<EdgeInput['wheelchair']>) =>
  a === undefined || wheelchairs.indexOf(b) < wheelchairs.indexOf(a) ? b : a;

/** An edge's traits with those of the nodes it passes. */
export function withNodes(traits: EdgeTraits, passed: readonly NodeTraits[]): EdgeTraits {
  if (passed.length === 0) return traits;
  const changed: EdgeTraits = { ...traits };
  for (const node of passed) {
    if (node.kerb) changed.kerb = higherKerb(changed.kerb, node.kerb);
    if (node.wheelchair) changed.wheelchair = worseWheelchair(changed.wheelchair, node.wheelchair);
    if (node.width !== undefined) changed.width = Math.min(node.width, changed.width ?? node.width);
    changed.openingHours ??= node.openingHours;
  }
  // Paving at one kerb of two leads nobody across.
  const paving = passed.filter(({ kerb }) => kerb !== undefined).map(({ tactilePaving }) => tactilePaving);
  if (traits.tactilePaving === undefined && paving.includes('no')) changed.tactilePaving = 'no';
  else if (
    traits.tactilePaving === undefined &&
    paving.length > 1 &&
    paving.every((value) => value === 'yes')
  )
    changed.tactilePaving = 'yes';
  return changed;
}

import { type EdgeKind, edgeKinds } from './network';
import { type PackedNetwork, UNKNOWN } from './packed-network';

/** A point of a height profile, at a node of the way or at one of its ends. */
export interface HeightPoint {
  /** From the start of the way. */
  meters: number;
  /** Above sea level. */
  elevation: number;
  /** Kind of the way that leads here; undefined on the first. */
  kind: EdgeKind | undefined;
}

/** Metres above sea level at a share of an edge from its `from`; undefined where nobody knows. */
export function heightAt(network: PackedNetwork, edge: number, fraction: number): number | undefined {
  const { nodeElevation, edgeFrom, edgeTo } = network;
  const [from, to] = [nodeElevation[edgeFrom[edge] as number], nodeElevation[edgeTo[edge] as number]] as [
    number,
    number,
  ];
  if (fraction === 0) return from === UNKNOWN.elevation ? undefined : from / 10;
  if (fraction === 1) return to === UNKNOWN.elevation ? undefined : to / 10;
  if (from === UNKNOWN.elevation || to === UNKNOWN.elevation) return undefined;
  return (from + fraction * (to - from)) / 10;
}

/** Heights along a way, in metres; where nobody knows a height there is no point. Ends within an edge stand between its nodes. */
export function heightsAlong(
  network: PackedNetwork,
  slots: readonly number[],
  startFraction: number,
  endFraction: number,
): HeightPoint[] {
  const points: HeightPoint[] = [];
  let walked = 0;
  const add = (edge: number, fraction: number, kind: EdgeKind | undefined) => {
    const elevation = heightAt(network, edge, fraction);
    if (elevation !== undefined) points.push({ meters: walked, elevation, kind });
  };
  slots.forEach((slot, index) => {
    const edge = slot >> 1;
    const isBackward = (slot & 1) === 1;
    const start = index === 0 ? startFraction : isBackward ? 1 : 0;
    const end = index === slots.length - 1 ? endFraction : isBackward ? 0 : 1;
    if (index === 0) add(edge, start, undefined);
    walked += ((network.edgeLength[edge] as number) / 10) * Math.abs(end - start);
    add(edge, end, edgeKinds[network.edgeKind[edge] as number]);
  });
  return points;
}

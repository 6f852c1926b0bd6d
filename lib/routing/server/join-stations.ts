/** Puts station insides and streets into one network. */
import Flatbush from 'flatbush';
import type { LngLat } from '@/lib/geo/position';
import type { EdgeInput, NodeInput } from '../packed-network';
import { type Foot, METERS_PER_DEGREE, nearestOn } from './foot-of-line';
import type { ImportedStations } from './import-gtfs';
import { shareOf } from './osm/edge-sink';

/** Metres from an entrance to the street it is taken to open on; farther, the street is another one. */
const MOST_METERS = 30;
/** Nearer than this to a node, the node is where they meet: no stub of a street is made. */
const AT_NODE_METERS = 1;

interface Streets {
  nodes: readonly NodeInput[];
  edges: readonly EdgeInput[];
}

export interface JoinedNetwork {
  nodes: NodeInput[];
  edges: EdgeInput[];
  report: {
    /** Entrances with a street, and those without one within 30 m. */
    entrances: { joined: number; unjoined: number };
    /** Parts of stations none of whose entrances has a street: nobody could walk there. */
    leftOut: { nodes: number; edges: number };
  };
}

/** An entrance and the street it opens on. */
interface Meeting {
  entrance: number;
  edge: number;
  foot: Foot;
}

const isOutdoors = ({ kind }: EdgeInput) => kind === 'street' || kind === 'footway' || kind === 'sidewalk';

/** The nearest street of each entrance that has one, on the entrance's own floor where both are known. */
function findMeetings(streets: Streets, { nodes, entrances }: Pick<ImportedStations, 'nodes' | 'entrances'>) {
  const outdoors = [...streets.edges.keys()].filter((edge) => isOutdoors(streets.edges[edge] as EdgeInput));
  const meetings: Meeting[] = [];
  if (outdoors.length === 0) return meetings;
  const boxes = new Flatbush(outdoors.length);
  for (const edge of outdoors) {
    const line = (streets.edges[edge] as EdgeInput).geometry;
    const [lngs, lats] = [line.map(([lng]) => lng), line.map(([, lat]) => lat)];
    boxes.add(Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats));
  }
  boxes.finish();
  for (const entrance of entrances) {
    const { position, level } = nodes[entrance] as NodeInput;
    const [lng, lat] = position;
    const high = MOST_METERS / METERS_PER_DEGREE;
    const wide = high / Math.max(Math.cos((lat * Math.PI) / 180), 0.01);
    let nearest: Meeting | undefined;
    for (const at of boxes.search(lng - wide, lat - high, lng + wide, lat + high)) {
      const edge = outdoors[at] as number;
      const street = streets.edges[edge] as EdgeInput;
      if (street.level !== undefined && level !== undefined && street.level !== level) continue;
      const foot = nearestOn(street.geometry, position);
      if (foot.meters <= (nearest?.foot.meters ?? MOST_METERS)) nearest = { entrance, edge, foot };
    }
    if (nearest) meetings.push(nearest);
  }
  return meetings;
}

/** Cuts a street where entrances meet it. Gives the pieces, and the node of each meeting; new nodes are added to `nodes`. */
function cutStreet(
  street: EdgeInput,
  meetings: readonly Meeting[],
  nodes: NodeInput[],
): { pieces: EdgeInput[]; meet: Map<Meeting, number> } {
  const [a, b] = [nodes[street.from] as NodeInput, nodes[street.to] as NodeInput];
  const total = street.lengthMeters;
  const meet = new Map<Meeting, number>();
  const pieces: EdgeInput[] = [];
  let [start, walked, segment] = [street.from, 0, 0];
  let first = street.geometry[0] as LngLat;
  const close = (end: number, length: number, last: LngLat, untilSegment: number) => {
    pieces.push({
      ...street,
      ...shareOf(street, { from: walked, to: length, total }),
      from: start,
      to: end,
      lengthMeters: length - walked,
      geometry: [first, ...street.geometry.slice(segment + 1, untilSegment + 1), last],
    });
    [start, walked, segment, first] = [end, length, untilSegment, last];
  };
  for (const meeting of meetings.toSorted((left, right) => left.foot.share - right.foot.share)) {
    const { share, position, segment: at } = meeting.foot;
    const length = share * total;
    if (length - walked < AT_NODE_METERS) meet.set(meeting, start);
    else if (total - length < AT_NODE_METERS) meet.set(meeting, street.to);
    else {
      // The engine takes a slope to be even along an edge: the height in between says no more than that.
      const elevation =
        a.elevation === undefined || b.elevation === undefined
          ? undefined
          : a.elevation + share * (b.elevation - a.elevation);
      const node = nodes.push({ position, elevation, level: street.level }) - 1;
      close(node, length, position, at);
      meet.set(meeting, node);
    }
  }
  if (pieces.length === 0) return { pieces: [street], meet };
  close(street.to, total, street.geometry.at(-1) as LngLat, street.geometry.length - 2);
  return { pieces, meet };
}

/** Nodes of the stations that an entrance in the list leads to. */
function reachable(
  { nodes, edges }: Pick<ImportedStations, 'nodes' | 'edges'>,
  entrances: readonly number[],
) {
  const neighbours = nodes.map((): number[] => []);
  for (const { from, to } of edges) {
    neighbours[from]?.push(to);
    neighbours[to]?.push(from);
  }
  const found = new Set(entrances);
  // A set goes on over what is added to it on the way.
  for (const node of found) for (const next of neighbours[node] ?? []) found.add(next);
  return found;
}

/**
 * Joins each entrance to the nearest point of a street or footway within 30 m by a straight line of little confidence; the street is cut there.
 * Stations without any such entrance are counted and left out.
 */
export function joinStations(
  streets: Streets,
  stations: Pick<ImportedStations, 'nodes' | 'edges' | 'entrances'>,
): JoinedNetwork {
  const meetings = findMeetings(streets, stations);
  const nodes = [...streets.nodes];
  const byEdge = Map.groupBy(meetings, ({ edge }) => edge);
  const meet = new Map<Meeting, number>();
  const edges = streets.edges.flatMap((street, index) => {
    const here = byEdge.get(index);
    if (!here) return [street];
    const cut = cutStreet(street, here, nodes);
    for (const [meeting, node] of cut.meet) meet.set(meeting, node);
    return cut.pieces;
  });
  const kept = reachable(
    stations,
    meetings.map(({ entrance }) => entrance),
  );
  const numbers = new Map<number, number>();
  stations.nodes.forEach((node, index) => {
    if (kept.has(index)) numbers.set(index, nodes.push(node) - 1);
  });
  const before = edges.length;
  for (const edge of stations.edges) {
    const [from, to] = [numbers.get(edge.from), numbers.get(edge.to)];
    if (from !== undefined && to !== undefined) edges.push({ ...edge, from, to });
  }
  const leftOut = {
    nodes: stations.nodes.length - numbers.size,
    edges: stations.edges.length - (edges.length - before),
  };
  for (const [{ entrance, foot }, node] of meet) {
    const to = numbers.get(entrance);
    if (to === undefined) continue;
    edges.push({
      kind: 'footway',
      from: node,
      to,
      geometry: [(nodes[node] as NodeInput).position, (nodes[to] as NodeInput).position],
      lengthMeters: foot.meters,
      direction: 'both',
      confidence: 'poor',
    });
  }
  const joined = meetings.length;
  return {
    nodes,
    edges,
    report: { entrances: { joined, unjoined: stations.entrances.length - joined }, leftOut },
  };
}

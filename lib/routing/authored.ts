import { lineLengthMeters } from '@/lib/geo/position';
import { edgeKind } from './network';
import type { NetworkEdgeFeature, NetworkNodeFeature } from './network-schema';
import { type FloorSpan, settleLevels } from './node-levels';
import { parseLevels } from './osm/values';
import {
  type Answer,
  type EdgeInput,
  type NodeInput,
  type PackedNetwork,
  packNetwork,
  type Surface,
  surfaces,
} from './packed-network';

/** `1 CNY` -> 1, `yes` for an amount nobody knows. Undefined when there is no fare or none that can be read. */
function feeOf(text: string | undefined): EdgeInput['fee'] {
  if (text === 'yes') return 'yes';
  const [, amount] = /^(\d+(?:\.\d+)?)\s*(?:CNY)?$/.exec(text?.trim() ?? '') ?? [];
  return amount === undefined ? undefined : Number(amount);
}

const answerOf = (value: 'yes' | 'no' | undefined): Answer | undefined => value;

/** A lift that is planned, or built and perhaps not opened, is no way to send a person. */
const isRunning = (status: 'operational' | 'unknown' | 'closed' | undefined) =>
  status === undefined || status === 'operational';

/**
 * Packs the authored network (content/network). The features have passed the content check: a missing node is a bug and throws RangeError.
 * `latinOf` gives a name in Latin letters.
 * An edge is never shorter than the straight line between its ends, or the search's bound would be wrong.
 */
export function packAuthored(
  nodes: readonly NetworkNodeFeature[],
  allEdges: readonly NetworkEdgeFeature[],
  built: string,
  latinOf: (name: string) => string | undefined = () => undefined,
): PackedNetwork {
  const edges = allEdges.filter(({ properties }) => isRunning(properties.operational_status));
  const index = new Map(nodes.map(({ properties }, at) => [properties._id, at]));
  const nodeAt = (id: string) => {
    const at = index.get(id);
    if (at === undefined) throw new RangeError(`no node ${id}`);
    return at;
  };
  const nodeInputs: NodeInput[] = nodes.map(({ geometry, properties }) => ({
    position: geometry.coordinates,
    elevation: properties.ele,
  }));
  const spans: FloorSpan[] = [];
  const edgeInputs = edges.map(({ properties: tags, geometry }): EdgeInput => {
    const surface = surfaces.find((candidate): candidate is Surface => candidate === tags.surface);
    const levels = parseLevels(tags.level);
    spans.push({ from: nodeAt(tags._u_id), to: nodeAt(tags._v_id), levels });
    return {
      id: tags._id,
      from: nodeAt(tags._u_id),
      to: nodeAt(tags._v_id),
      kind: edgeKind(tags),
      lengthMeters: tags.length ?? lineLengthMeters(geometry.coordinates),
      geometry: geometry.coordinates,
      // `reversible` are machines side by side, one for each way.
      direction: tags.conveying === 'forward' || tags.conveying === 'backward' ? tags.conveying : 'both',
      incline: tags.incline,
      climb: tags.climb,
      stepCount: tags.step_count,
      handrail: tags.handrail,
      ramp: tags['ramp:wheelchair'] === 'yes' ? 'wheelchair' : tags['ramp:wheelchair'],
      width: tags.width,
      surface: tags.surface === undefined ? undefined : (surface ?? 'unknown'),
      kerb: tags.kerb,
      tactilePaving: answerOf(tags.tactile_paving),
      lit: answerOf(tags.lit),
      covered: answerOf(tags.covered),
      wheelchair: tags.wheelchair,
      level: levels.length === 1 ? levels[0] : undefined,
      openingHours: tags.opening_hours,
      fee: feeOf(tags.fee),
      waitSeconds: tags.wait_seconds,
      rideSeconds: tags.ride_seconds,
      name: tags.name,
      latin: tags.name && latinOf(tags.name),
      confidence: tags.confidence,
    };
  });
  settleLevels(nodeInputs, edgeInputs, spans);
  return packNetwork(nodeInputs, edgeInputs, { attribution: '© OpenStreetMap contributors; YuWalk', built });
}

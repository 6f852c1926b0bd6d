/**
 * Values of OpenStreetMap tags as numbers. Whatever cannot be read with certainty is undefined: a guess would be taken for a survey.
 */

const METERS_PER_FOOT = 0.3048;
const number = /^[+-]?\d+(?:\.\d+)?$/;

/** A plain decimal number, or undefined. */
export function parseNumber(text: string | undefined): number | undefined {
  const trimmed = text?.trim();
  return trimmed !== undefined && number.test(trimmed) ? Number(trimmed) : undefined;
}

/** Metres of `1.5`, `1.5 m`, `150 cm`, `5 ft`, `5'`, `5'6"`. Ranges and words are undefined. */
export function parseMeters(text: string | undefined): number | undefined {
  const trimmed = text?.trim();
  if (!trimmed) return undefined;
  const metric = /^(\d+(?:\.\d+)?)\s*(m|meters?|metres?|cm|mm|ft|feet)?$/i.exec(trimmed);
  if (metric) {
    const value = Number(metric[1]);
    const unit = metric[2]?.toLowerCase();
    if (unit === 'cm') return value / 100;
    if (unit === 'mm') return value / 1000;
    return unit === 'ft' || unit === 'feet' ? value * METERS_PER_FOOT : value;
  }
  const imperial = /^(\d+)'(?:\s*(\d+(?:\.\d+)?)")?$/.exec(trimmed);
  if (!imperial) return undefined;
  return (Number(imperial[1]) + Number(imperial[2] ?? 0) / 12) * METERS_PER_FOOT;
}

/**
 * Rise over run of `8%`, `-8 %`, `5°`, `1:12`; within [-1, 1], else undefined. A bare number is undefined too: mappers mean percent, degrees
 * and ratios by it.
 */
export function parseIncline(text: string | undefined): number | undefined {
  const trimmed = text?.trim();
  const match = /^([+-]?\d+(?:\.\d+)?)\s*(%|°)$/.exec(trimmed ?? '');
  const ratio = /^([+-]?)1\s*:\s*(\d+(?:\.\d+)?)$/.exec(trimmed ?? '');
  let incline: number | undefined;
  if (match) {
    const value = Number(match[1]);
    // A slope of 90° has no run.
    if (match[2] === '°' && Math.abs(value) > 45) return undefined;
    incline = match[2] === '%' ? value / 100 : Math.tan((value * Math.PI) / 180);
  } else if (ratio) incline = (ratio[1] === '-' ? -1 : 1) / Number(ratio[2]);
  else if (trimmed === '0') incline = 0;
  return incline !== undefined && Math.abs(incline) <= 1 ? incline : undefined;
}

/** More floors than this on one tag is a mistake, and a lift between them would be thousands of edges. */
const MOST_LEVELS = 40;

/** Floors of `1`, `-0.5`, `0;1`, `0-3`, `-2--1`, in the order given; empty when there are none or one cannot be read. */
export function parseLevels(text: string | undefined): number[] {
  const levels: number[] = [];
  for (const part of (text ?? '').split(/[;,]/)) {
    const range = /^\s*(-?\d+(?:\.\d+)?)\s*-\s*(-?\d+(?:\.\d+)?)\s*$/.exec(part);
    if (range) {
      const [first, last] = [Number(range[1]), Number(range[2])];
      if (last - first > MOST_LEVELS) return [];
      for (let level = first; level <= last; level++) levels.push(level);
      continue;
    }
    const level = parseNumber(part);
    if (level === undefined) return [];
    levels.push(level);
  }
  const distinct = [...new Set(levels)];
  // Half floors in a signed byte: what the network file can hold.
  return distinct.length <= MOST_LEVELS && distinct.every((level) => Math.abs(level) <= 63) ? distinct : [];
}

/** Seconds of `5` (minutes), `00:05`, `01:02:30`, `PT2M30S`, `5 min`; undefined over 18 hours. */
export function parseDuration(text: string | undefined): number | undefined {
  const trimmed = text?.trim() ?? '';
  const iso = /^PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(trimmed);
  const clock = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/.exec(trimmed);
  const minutes = /^(\d+(?:\.\d+)?)(?:\s*min(?:utes?)?)?$/.exec(trimmed);
  let seconds: number | undefined;
  const parts = iso ?? clock;
  if (parts) seconds = Number(parts[1] ?? 0) * 3600 + Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0);
  else if (minutes) seconds = Math.round(Number(minutes[1]) * 60);
  return seconds !== undefined && seconds < 65_000 ? seconds : undefined;
}

/**
 * What a passage costs in the currency of the place: 0 for `fee=no`, the amount of `charge` or `fee`, `yes` when it costs something but no one
 * amount is given, undefined when it is not said.
 */
export function parseFee(fee: string | undefined, charge: string | undefined): number | 'yes' | undefined {
  if (fee === 'no') return 0;
  for (const text of [charge, fee]) {
    // One amount only: "2 CNY; 1 CNY for children" is not ours to choose from.
    const amount = /^\D{0,4}?\s*(\d+(?:\.\d{1,2})?)\s*(?:[A-Z]{3}|[元円€$£¥])?$/.exec(text?.trim() ?? '');
    if (amount && Number(amount[1]) < 6000) return Number(amount[1]);
  }
  return fee === 'yes' || (charge && charge !== 'no') ? 'yes' : undefined;
}

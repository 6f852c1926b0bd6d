/** The pen of the landmarks: takes straight drafts in units and gives them the tremble of a hand. */
import { type Ink, waver } from '../ink';

/** Numbers each command of a draft takes. */
const arity: Record<string, number> = { M: 2, L: 2, H: 1, V: 1, Q: 4, C: 6, Z: 0 };
const straight = 'LHVZ';

const round = (value: number) => Math.round(value * 10) / 10;
const brief = (value: number) => String(round(value)).replace(/^(-?)0\./, '$1.');
const joined = (values: readonly number[]) =>
  values
    .map(brief)
    .map((value, index) => (index > 0 && !value.startsWith('-') ? ` ${value}` : value))
    .join('');

interface Mark {
  style: string;
  /** Stroke width in pixels; none where nothing is stroked. */
  width: string | undefined;
  d: string;
  /** Whether the next mark of the same style may continue this path: not where an outline must cover what lies behind. */
  isOpen: boolean;
}

export class Pen {
  readonly ink: Ink;
  #marks: Mark[] = [];

  constructor(ink: Ink) {
    this.ink = ink;
  }

  /** Everything drawn so far, as SVG shapes. */
  lift(): string {
    // The width most strokes have is said once.
    const counts = new Map<string, number>();
    for (const { width } of this.#marks) if (width) counts.set(width, (counts.get(width) ?? 0) + 1);
    const [usual = ''] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
    const shapes = this.#marks.map(({ style, width, d }) => {
      const stroked = width && width !== usual ? ` stroke-width="${width}"` : '';
      return `<path${style}${stroked} d="${d}"/>`;
    });
    return `<g fill="none" stroke="${this.ink.line}" stroke-width="${usual}" stroke-linecap="round" stroke-linejoin="round">${shapes.join('')}</g>`;
  }

  /** A flat colour with an ink outline; hides what lies behind. */
  mass(draft: string, color: string, weight = 0.8): void {
    this.#put(` fill="${color}"`, this.#trace(draft, weight > 0.7 ? 2 : 4), false, weight);
  }

  /** As `mass`, with a share of a strong colour over paper: the palette's colours thinned with water. */
  tint(draft: string, color: string, share: number, weight = 0.8, hides = true): void {
    const d = this.#trace(draft, weight > 0.7 ? 2 : 4);
    if (hides) this.#put(` fill="${this.ink.paper}" stroke="none"`, d, true);
    this.#put(` fill="${color}" fill-opacity="${bare(share)}"`, d, false, weight);
  }

  /** A flat colour without an outline. */
  wash(draft: string, color: string, share = 1): void {
    this.#put(` fill="${color}" stroke="none"${opacity(share)}`, this.#trace(draft), true);
  }

  /** `dashes` are the lengths of a stroke and of the gap after it, in units. */
  line(
    draft: string,
    weight = 0.5,
    color = this.ink.line,
    share = 1,
    dashes?: readonly [number, number],
  ): void {
    const stroke = color === this.ink.line ? '' : ` stroke="${color}"`;
    const dashed = dashes ? ` stroke-dasharray="${joined(dashes.map((dash) => dash * this.ink.unit))}"` : '';
    // Thin lines are details: they bow only when they are long, which saves bytes.
    this.#put(`${stroke}${opacity(share)}${dashed}`, this.#trace(draft, weight < 0.7 ? 4 : 2), true, weight);
  }

  /** The side away from the light. */
  shade(draft: string, share = 1): void {
    const { isNight, paper, line } = this.ink;
    this.wash(draft, isNight ? paper : line, round(share * (isNight ? 4 : 1.5)) / 10);
  }

  /** Lamp light on a wall, by night only. */
  glow(draft: string, share = 0.4): void {
    if (this.ink.isNight) this.wash(draft, this.ink.light, share);
  }

  /** Round dabs of one size. */
  dots(
    points: readonly (readonly [number, number])[],
    radius: number,
    color = this.ink.line,
    share = 1,
  ): void {
    for (const [x, y] of points) this.line(`M${x} ${y}h.02`, radius * 10, color, share);
  }

  disc(x: number, y: number, radius: number, color: string, weight = 0.7): void {
    const [r, k] = [radius, radius * 0.55];
    this.mass(
      `M${x - r} ${y}C${x - r} ${y - k} ${x - k} ${y - r} ${x} ${y - r}C${x + k} ${y - r} ${x + r} ${y - k} ${x + r} ${y}` +
        `C${x + r} ${y + k} ${x + k} ${y + r} ${x} ${y + r}C${x - k} ${y + r} ${x - r} ${y + k} ${x - r} ${y}Z`,
      color,
      weight,
    );
  }

  /** Rows of windows inside a rectangle, as dabs of the brush; by night some are lit. */
  windows(
    left: number,
    top: number,
    width: number,
    height: number,
    columns: number,
    rows: number,
    { dab = 1.6, length = 0.42, share = 0.6 } = {},
  ): void {
    const { isNight, light, line } = this.ink;
    const tall = (height / rows) * length;
    const at = (column: number, row: number) => {
      const x = left + (width * (column + 0.5)) / columns;
      return `M${x} ${top + (height * (row + 0.5)) / rows - tall / 2}`;
    };
    let [dark, lit] = ['', ''];
    for (let column = 0; column < columns; column++) {
      // A column of dabs is one broken stroke.
      dark += `${at(column, 0)}v${(height * (rows - 1)) / rows + tall}`;
      // By night one run of a column is lit; a low house has its windows lit one by one.
      for (let row = 0, run = 0; isNight && row < rows; row += run) {
        run = rows < 3 ? 1 : Math.min(rows - row, 1 + Math.floor(this.ink.random() * rows * 0.6));
        if (this.ink.random() < share) lit += `${at(column, row)}v${(height * (run - 1)) / rows + tall}`;
      }
    }
    const dashes = rows > 1 ? ([tall, height / rows - tall] as const) : undefined;
    this.line(dark, dab, line, isNight ? 0.25 : 0.5, dashes);
    if (lit) this.line(lit, dab, light, 1, dashes);
  }

  #put(style: string, d: string, isOpen: boolean, weight?: number): void {
    const width = weight === undefined ? undefined : brief(Math.max(0.1, weight * this.ink.unit * 0.2));
    const last = this.#marks.at(-1);
    if (isOpen && last?.isOpen && last.style === style && last.width === width) last.d += d;
    else this.#marks.push({ style, width, d, isOpen });
  }

  /** Follows a draft (M L H V Q C Z, also relative) in units: corners stray a little, straight lines bow, long ones waver. */
  #trace(draft: string, bowsFrom = 2): string {
    const { unit } = this.ink;
    let drawn = '';
    // Where the draft says the pen is, in units; where the hand has put it, in pixels.
    let [x, y, handX, handY] = [0, 0, 0, 0];
    let start = { x: 0, y: 0, handX: 0, handY: 0 };
    for (const [, letter = '', rest = ''] of draft.matchAll(/([MLHVQCZ])([^MLHVQCZ]*)/gi)) {
      const command = letter.toUpperCase();
      const isRelative = letter !== command;
      const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/g) ?? []).map(Number);
      const takes = arity[command] ?? 0;
      for (let at = 0; at === 0 || at < numbers.length; at += takes || 1) {
        const [a = 0, b = 0, ...more] = numbers.slice(at, at + takes);
        const [baseX, baseY] = isRelative ? [x, y] : [0, 0];
        const given: number[] =
          command === 'H'
            ? [baseX + a, y]
            : command === 'V'
              ? [x, baseY + a]
              : command === 'Z'
                ? [start.x, start.y]
                : [a, b, ...more].map((value, index) => value + (index % 2 ? baseY : baseX));
        const [endX = 0, endY = 0] = given.slice(-2);
        const length = Math.hypot(endX - x, endY - y);
        const stray = command === 'Z' ? 0 : command === 'M' || length > 0.8 ? 0.05 : 0.02;
        // A short dab goes straight down or across, and is written so.
        const isDab = length < 1 && (command === 'H' || command === 'V');
        const toX =
          command === 'Z'
            ? start.handX
            : isDab && command === 'V'
              ? handX
              : round((endX + waver(this.ink, stray)) * unit);
        const toY =
          command === 'Z'
            ? start.handY
            : isDab && command === 'H'
              ? handY
              : round((endY + waver(this.ink, stray)) * unit);
        const [dx, dy] = [toX - handX, toY - handY];
        // On a long curve nobody sees a control point stray by half a pixel.
        const whole = length > 2 && unit >= 6 ? Math.round : round;
        if (command === 'M') {
          drawn += `M${joined([toX, toY])}`;
          start = { x: endX, y: endY, handX: toX, handY: toY };
        } else if (isDab) {
          drawn += command === 'H' ? `h${brief(dx)}` : `v${brief(dy)}`;
        } else if (!straight.includes(command)) {
          const controls = given
            .slice(0, -2)
            .map((value, index) => value * unit - (index % 2 ? handY : handX));
          drawn += `${command.toLowerCase()}${joined([...controls.map(whole), dx, dy])}`;
        } else if (length < bowsFrom) {
          if (command !== 'Z') drawn += `l${joined([dx, dy])}`;
        } else {
          const bow = waver(this.ink, Math.min(0.1, 0.03 + length * 0.014)) / length;
          const [outX, outY] = [-dy * bow, dx * bow];
          drawn +=
            length > 5
              ? `q${joined([whole(dx / 4 + outX), whole(dy / 4 + outY), whole(dx / 2), whole(dy / 2)])}t${joined([dx - whole(dx / 2), dy - whole(dy / 2)])}`
              : `q${joined([whole(dx / 2 + outX), whole(dy / 2 + outY), dx, dy])}`;
        }
        if (command === 'Z') drawn += 'Z';
        [x, y, handX, handY] = [endX, endY, toX, toY];
      }
    }
    return drawn;
  }
}

const bare = (share: number) => String(share).replace(/^0/, '');
const opacity = (share: number) => (share < 1 ? ` opacity="${bare(share)}"` : '');

/** A notice board on a landing of stairs with nothing on it yet. Decorative: the words beside it say so. */
export function EmptyBoard({ className = '' }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 320 200"
      aria-hidden="true"
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className}
    >
      <path
        d="M0 118c22-14 38-30 58-32 18-2 26 16 44 10 22-8 34-44 58-46 20-1 28 30 50 34 16 3 24-16 42-18 26-3 44 26 68 38v82H0Z"
        className="fill-mist"
      />
      <path
        d="M0 138c30-8 52-24 80-22 26 2 40 18 70 16 34-2 52-26 86-24 32 2 54 18 84 24v60H0Z"
        className="fill-mist stroke-(--paper)"
        strokeWidth="3"
      />
      {/* Stairs lead up to it. */}
      <path d="M0 176h74v-12h26v-12h26v-11h150v11h44v48H0Z" className="fill-(--sunk)" />
      <path d="M0 176h74v-12h26v-12h26v-11h150v11h44" className="stroke-(--rule-strong)" strokeWidth="1.6" />
      <path
        d="M84 188h64M36 190h26M196 168h54M120 172h38M262 184h34"
        className="stroke-(--rule)"
        strokeWidth="1.6"
      />
      {/* Posts, board and its little roof. */}
      <path d="M163 141V62M245 141V62" className="stroke-ink" strokeWidth="5" />
      <path d="M154 66h100v56H154Z" className="fill-raised stroke-ink" strokeWidth="2.4" />
      <path
        d="M138 66c12-3 20-10 28-20h76c8 10 16 17 28 20-4 2-9 3-13 3H151c-4 0-9-1-13-3Z"
        className="fill-jade stroke-ink"
        strokeWidth="2.2"
      />
      <path d="M166 46h76" className="stroke-ink" strokeWidth="4" />
      <path
        d="M172 56l-6 10M190 54l-3 13M208 54v13M226 54l3 13M240 56l6 10"
        className="stroke-(--paper)"
        strokeWidth="1.3"
      />
      {/* Two pins wait, and one sheet without a word. */}
      <path d="m196 80 27-2 2 33-27 2Z" className="fill-paper stroke-(--rule-strong)" strokeWidth="1.4" />
      <circle cx="210" cy="82" r="2.6" className="fill-cinnabar" />
      <circle cx="172" cy="82" r="2.2" className="fill-cinnabar" />
      <circle cx="238" cy="84" r="2.2" className="fill-cinnabar" />
      {/* A lamp, for whoever comes in the evening. */}
      <path d="M112 152V96c0-8 5-12 12-12" className="stroke-ink" strokeWidth="2.6" />
      <path d="M120 84h12l3 15h-18Z" className="fill-amber stroke-ink" strokeWidth="1.6" />
      <path d="M126 79v5" className="stroke-ink" strokeWidth="1.6" />
    </svg>
  );
}

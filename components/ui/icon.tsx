/** Line icons of the portal, drawn on a 24 grid in one stroke weight. Decorative: the words stand beside them. */
export const iconPaths = {
  language:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3.5 9.5h17M3.5 14.5h17M12 3c-5 5-5 13 0 18M12 3c5 5 5 13 0 18',
  display: 'M12 3.5a8.5 8.5 0 1 0 0 17Zm0 0a8.5 8.5 0 0 1 0 17M12 7.5v9',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 7.5V12l3.2 2',
  distance: 'M6 20c5 0 2-7 6-8s1-8 6-8M6 17.5a2.5 2.5 0 1 0 0 5M18 1.5a2.5 2.5 0 1 1 0 5',
  up: 'M3 19 10 8l4 5 3-4 4 10ZM10 3v2.5M8.5 4.5 10 3l1.5 1.5',
  stairs: 'M3 20h4v-4h4v-4h4V8h4V4h2',
  wheelchair: 'M10 4.5a1.2 1.2 0 1 0 0-.1M10 7v6h6l2.5 6M10.5 10H15M8 11.3a5.2 5.2 0 1 0 6.5 7',
  train:
    'M7 3.5h10a2 2 0 0 1 2 2v9a3 3 0 0 1-3 3H8a3 3 0 0 1-3-3v-9a2 2 0 0 1 2-2ZM5 11h14M8.5 14.5h.1M15.5 14.5h.1M8 17.5 6 21M16 17.5l2 3.5',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z',
  download: 'M12 4v11M7.5 11 12 15.5 16.5 11M5 20h14',
  share: 'M12 15V4M8 7.5 12 3.5l4 4M6 11v9h12v-9',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7Z',
  speak: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5ZM15.5 9a4.5 4.5 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  check: 'M12 3.5 21 19.5H3ZM12 10v4.5M12 17h.1',
  map: 'M9 4 3.5 6v14L9 18l6 2 5.5-2V4L15 6ZM9 4v14M15 6v14',
  filter: 'M4 6h16M7 12h10M10 18h4',
  toilet: 'M8 5.5a1 1 0 1 0 0-.1M6 9h4l1 6H9.5v5h-3v-5H5ZM16 5.5a1 1 0 1 0 0-.1M14.5 9h3v11h-3Z',
  pin: 'M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11ZM12 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4',
  street: 'M8.5 4 5 20M15.5 4 19 20M12 5v2.5M12 10.8v2.5M12 16.6V19',
  locate:
    'M12 6a6 6 0 1 0 0 12 6 6 0 0 0 0-12ZM12 2.5V6M12 18v3.5M2.5 12H6M18 12h3.5M12 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2',
  whole: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  close: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  rest: 'M4 11h16M6 11V7h12v4M5 15h14M6.5 15v4M17.5 15v4',
} as const;

export type IconName = keyof typeof iconPaths;

/** A sign in one stroke, given as a path on a 24 grid. */
export function LineSign({ path, className = 'size-5' }: { path: string; className?: string | undefined }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={`${className} shrink-0`}
    >
      <path d={path} />
    </svg>
  );
}

export function Icon({ name, className }: { name: IconName; className?: string }) {
  return <LineSign path={iconPaths[name]} className={className} />;
}

/** A drawn picture in both themes; only the one that is seen is fetched. Decorative: the words beside it say what matters. */
export function Drawing({
  name,
  folder = 'drawings',
  width,
  height,
  className = '',
}: {
  /** File name without theme and ending, such as `stairs-wide`. */
  name: string;
  folder?: 'drawings' | 'sheets';
  width: number;
  height: number;
  className?: string;
}) {
  return (['light', 'night'] as const).map((theme) => (
    <img
      key={theme}
      alt=""
      src={`/${folder}/${name}-${theme}.svg`}
      width={width}
      height={height}
      loading="lazy"
      decoding="async"
      className={`${theme === 'light' ? 'day' : 'night'}-picture ${className}`}
    />
  ));
}

/** A picture in both themes; only the one that is seen is fetched. Decorative: the words beside it say what matters. */
export function ThemedPicture({
  light,
  night,
  width,
  height,
  className = '',
}: {
  /** Addresses; the same one is shown in both themes. */
  light: string;
  night: string;
  width: number;
  height: number;
  className?: string;
}) {
  return (['light', 'night'] as const).map((theme) => (
    <img
      key={theme}
      alt=""
      src={theme === 'light' ? light : night}
      width={width}
      height={height}
      loading="lazy"
      decoding="async"
      className={`${theme === 'light' ? 'day' : 'night'}-picture ${className}`}
    />
  ));
}

/** A drawing of our own hand. */
export function Drawing({
  name,
  ...rest
}: {
  /** File name under /drawings without theme and ending, such as `stairs-wide`. */
  name: string;
  width: number;
  height: number;
  className?: string;
}) {
  return (
    <ThemedPicture light={`/drawings/${name}-light.svg`} night={`/drawings/${name}-night.svg`} {...rest} />
  );
}

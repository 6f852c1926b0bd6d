/** A drawn picture in both themes; only the one that is seen is fetched, unless it is asked for at once (`priority`). */
export function Drawing({
  name,
  width,
  height,
  alt = '',
  priority = false,
  className = '',
}: {
  /** File name under /drawings without theme and ending, such as `stairs-wide`. */
  name: string;
  width: number;
  height: number;
  alt?: string;
  priority?: boolean;
  className?: string;
}) {
  const shared = { width, height, decoding: 'async' as const };
  return (
    <>
      <img
        {...shared}
        alt={alt}
        src={`/drawings/${name}-light.svg`}
        loading={priority ? 'eager' : 'lazy'}
        {...(priority && { fetchPriority: 'high' as const })}
        className={`day-picture ${className}`}
      />
      <img
        {...shared}
        alt={alt}
        src={`/drawings/${name}-night.svg`}
        loading="lazy"
        className={`night-picture ${className}`}
      />
    </>
  );
}

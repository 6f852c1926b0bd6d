import { type CoverMotif, drawCoverShapes } from '@/lib/sketch/cover';
import { coverFormats } from '@/lib/sketch/formats';
import { Drawing } from './drawing';

/**
 * A drawn cover. With `isFirst`, for what is seen without scrolling, the page brings the day's drawing with it (7 KB compressed), so that it
 * stands at the first paint; the night's is a file as all others.
 */
export function Cover({
  motif,
  format,
  isFirst = false,
  className = '',
}: {
  motif: CoverMotif;
  format: keyof typeof coverFormats;
  isFirst?: boolean;
  className?: string;
}) {
  const [width, height] = coverFormats[format];
  const name = `${motif}-${format}`;
  if (!isFirst) return <Drawing name={name} width={width} height={height} className={className} />;
  return (
    <>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="xMidYMid slice"
        aria-hidden="true"
        className={`day-picture ${className}`}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by our own sketch, no word of anybody in it
        dangerouslySetInnerHTML={{ __html: drawCoverShapes({ motif, theme: 'light', width, height }) }}
      />
      <img
        alt=""
        src={`/drawings/${name}-night.svg`}
        width={width}
        height={height}
        loading="lazy"
        decoding="async"
        className={`night-picture ${className}`}
      />
    </>
  );
}

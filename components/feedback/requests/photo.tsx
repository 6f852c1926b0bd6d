export interface ShownPhoto {
  id: string;
  src: string;
  width: number;
  height: number;
}

/** A published photo; it opens whole. */
export function Photo({
  photo,
  alt,
  className = '',
}: {
  photo: ShownPhoto;
  alt: string;
  className?: string;
}) {
  return (
    <a href={photo.src} className={`block ${className}`}>
      <img
        src={photo.src}
        alt={alt}
        width={photo.width}
        height={photo.height}
        loading="lazy"
        decoding="async"
        className="max-h-[30rem] w-full border border-rule bg-sunk object-contain"
      />
    </a>
  );
}

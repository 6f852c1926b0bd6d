import type { ReactNode } from 'react';

/** A button that opens a small panel under it: a native details, closed by Escape or a click elsewhere (settings script). */
export function Menu({ label, icon, children }: { label: string; icon: ReactNode; children: ReactNode }) {
  return (
    <details data-menu className="relative">
      <summary
        aria-label={label}
        title={label}
        className="flex size-target cursor-pointer list-none items-center justify-center text-ink hover:text-cinnabar [&::-webkit-details-marker]:hidden"
      >
        {icon}
      </summary>
      <div className="absolute end-0 top-full z-50 min-w-44 border border-rule bg-raised py-1 shadow-card">
        {children}
      </div>
    </details>
  );
}

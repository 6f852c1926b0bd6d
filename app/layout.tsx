import type { ReactNode } from 'react';

/** The document is made per language in [locale]; this only satisfies the router. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return children;
}

export const metadata = { title: 'Empty', description: 'The smallest page of the same framework.' };

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}

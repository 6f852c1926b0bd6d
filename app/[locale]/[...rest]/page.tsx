import { notFound } from 'next/navigation';

/** Every address under a language that is no page: the language's own 404. */
export default function UnknownPage() {
  notFound();
}

'use client';

import { useEffect, useRef } from 'react';

/** The button of a filter form. Where scripts run, every change sends the form, and the button stays for those who look for one. */
export function AutoSubmit({ label }: { label: string }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const form = button.current?.form;
    const send = () => form?.requestSubmit();
    form?.addEventListener('change', send);
    return () => form?.removeEventListener('change', send);
  }, []);
  return (
    <button
      ref={button}
      type="submit"
      className="min-h-target bg-cinnabar px-6 text-on-cinnabar hover:brightness-110"
    >
      {label}
    </button>
  );
}

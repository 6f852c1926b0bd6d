'use client';

import { useEffect, useRef } from 'react';

/** The button of a filter form. Where scripts run, every change sends the form, and the button stays for those who look for one. */
export function AutoSubmit({
  label,
  className = 'bg-cinnabar text-on-cinnabar',
}: {
  label: string;
  className?: string;
}) {
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
      className={`min-h-target cursor-pointer px-6 hover:brightness-110 ${className}`}
    >
      {label}
    </button>
  );
}

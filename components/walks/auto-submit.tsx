'use client';

import { useEffect, useRef } from 'react';

/** True where a field stands otherwise than the page came. */
function isChanged(field: Element): boolean {
  if (field instanceof HTMLSelectElement) {
    const preset = [...field.options].findIndex(({ defaultSelected }) => defaultSelected);
    return field.selectedIndex !== Math.max(0, preset);
  }
  if (!(field instanceof HTMLInputElement)) return false;
  return field.type === 'checkbox' || field.type === 'radio'
    ? field.checked !== field.defaultChecked
    : field.value !== field.defaultValue;
}

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
    // On a slow phone something may be chosen before scripts are there. Whoever went back did not choose: the browser put that there.
    const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    if (visit?.type === 'navigate' && form && [...form.elements].some(isChanged)) send();
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

'use client';

import { type ComponentProps, useEffect, useRef } from 'react';

/*
 * Fields that are sent with their form as they stand, and stand as `value` says whenever that changes. A `key` would make them do so too, but it makes
 * another field of them: whoever is in the old one, choosing by arrow keys or typing the hour before the minute, is thrown out of it.
 */

type Followed<Field> = Omit<Field, 'value' | 'defaultValue' | 'ref'> & { value: string };

function useFollowing<Field extends { value: string }>(value: string) {
  const field = useRef<Field>(null);
  // What a reader chose before the scripts ran stays: only a change is followed.
  const followed = useRef(value);
  useEffect(() => {
    if (followed.current === value) return;
    followed.current = value;
    if (field.current && field.current.value !== value) field.current.value = value;
  }, [value]);
  return field;
}

export function FollowingSelect({ value, ...props }: Followed<ComponentProps<'select'>>) {
  return <select {...props} ref={useFollowing<HTMLSelectElement>(value)} defaultValue={value} />;
}

export function FollowingInput({ value, ...props }: Followed<ComponentProps<'input'>>) {
  return <input {...props} ref={useFollowing<HTMLInputElement>(value)} defaultValue={value} />;
}

import { type DeskDone, type DeskFault, deskDone, deskFaults } from '@/lib/feedback/desk';

/** What a page of the desk says at its top, as its address carries it after a form was sent. */
export interface DeskNotice {
  fault?: DeskFault;
  /** Id of the field to blame. */
  field?: string;
  done?: DeskDone;
  /** Key to what was typed (keepTyped). */
  typed?: string;
}

export type Address = Record<string, string | string[] | undefined>;

/** One value of an address, whatever is in it. */
export const oneOf = (value: string | string[] | undefined): string =>
  (Array.isArray(value) ? value[0] : value) ?? '';

/** Reads a notice: codes that are not known say nothing. */
export function readNotice(address: Address): DeskNotice {
  const fault = deskFaults.find((code) => code === oneOf(address.fault));
  const done = deskDone.find((code) => code === oneOf(address.done));
  const field = oneOf(address.field);
  const typed = oneOf(address.typed);
  return {
    ...(fault && { fault }),
    ...(fault && /^[\w-]{1,60}$/.test(field) && { field }),
    ...(fault && typed && { typed: typed.slice(0, 60) }),
    ...(!fault && done && { done }),
  };
}

/** A page number from an address: 1 where it is none. */
export function readPage(address: Address): number {
  const page = Number(oneOf(address.page));
  return Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1;
}

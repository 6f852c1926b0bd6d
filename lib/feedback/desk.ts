/** The staff desk: who may do what there, and the codes its forms and its audit log speak in. */

/** From the least to the most. Each may do what those before it may. */
export const deskRoles = ['moderator', 'operator', 'admin'] as const;
export type DeskRole = (typeof deskRoles)[number];

/** What somebody does at the desk, and the least role that may. */
const leastRole = {
  read: 'moderator',
  moderate: 'moderator',
  answer: 'moderator',
  deliver: 'operator',
  block: 'operator',
  accounts: 'admin',
  audit: 'admin',
} as const satisfies Record<string, DeskRole>;
export type DeskAbility = keyof typeof leastRole;

export const mayAtDesk = (role: DeskRole, ability: DeskAbility): boolean =>
  deskRoles.indexOf(role) >= deskRoles.indexOf(leastRole[ability]);

export const isDeskRole = (value: unknown): value is DeskRole =>
  (deskRoles as readonly unknown[]).includes(value);

/** Lists of suggestions that wait for somebody. */
export const deskQueues = ['moderation', 'answer', 'doubts', 'all'] as const;
export type DeskQueue = (typeof deskQueues)[number];

/** Why a suggestion is not published: codes, since the audit log holds nothing personal. */
export const refusalReasons = ['personal', 'abuse', 'advertising', 'duplicate', 'unclear', 'other'] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** What the desk says of a suggestion where no backend does. */
export const deskSteps = ['note', 'assigned', 'in-progress', 'answered', 'closed'] as const;
export type DeskStep = (typeof deskSteps)[number];

/** A step that is nothing without words. */
export const needsWords = (step: DeskStep): boolean => step === 'note' || step === 'answered';

export const deskActions = [
  'sign-in',
  'sign-in-refused',
  'enrolled',
  'publish',
  'refuse',
  'photo-publish',
  'photo-hide',
  'photo-blur',
  'photo-unblur',
  'update',
  'contact-look',
  'send-again',
  'told-by-hand',
  'doubt-settled',
  'block',
  'unblock',
  'account-add',
  'account-role',
  'account-password',
  'account-second-factor',
  'account-disable',
  'account-enable',
] as const;
export type DeskAction = (typeof deskActions)[number];

/** What can be wrong with a form of the desk; each has words in messages. */
export const deskFaults = [
  'required',
  'too-long',
  'unknown-value',
  'not-a-picture',
  'too-large',
  'not-a-rectangle',
  'out-of-range',
  'wrong-password',
  'wrong-code',
  'too-many-tries',
  'late',
  'late-kept',
  'unsent',
  'not-consented',
  'backend-answers',
  'gone',
  'not-allowed',
  'foreign',
  'unknown-reference',
  'self',
  'last-admin',
  'weak-password',
  'taken',
  'not-an-address',
] as const;
export type DeskFault = (typeof deskFaults)[number];

/** Shortest password of an account. */
export const PASSWORD_MIN = 15;
export const PASSWORD_MAX = 200;

/** A part of a photo to be made unreadable, per cent of its width and height. */
export interface BlurRectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** More than anybody draws on one photo. */
export const RECTANGLES_MAX = 40;
/** Longest word or phrase of the block list, and longest reason. */
export const BLOCK_TEXT_MAX = 200;

/** What a form of the desk did; each has words in messages. */
export const deskDone = [
  'published',
  'refused',
  'photo-published',
  'photo-hidden',
  'blurred',
  'unblurred',
  'updated',
  'sent-again',
  'told',
  'settled',
  'blocked',
  'unblocked',
  'changed',
  'signed-out',
] as const;
export type DeskDone = (typeof deskDone)[number];

/** Days somebody has waited, whole ones. */
export const daysWaiting = (since: number, now: number): number =>
  Math.max(0, Math.floor((now - since) / 86_400_000));

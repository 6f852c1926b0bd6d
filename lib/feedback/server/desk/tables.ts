/** Tables of the staff desk. Those of sign-in are better-auth's: its columns, under names of our own. */

/** A point in time as better-auth keeps it: ISO text in SQLite, `timestamptz` in PostgreSQL. */
type Instant = string | Date;
type Truth = number | boolean;

export interface DeskAccountTable {
  id: string;
  name: string;
  email: string;
  emailVerified: Truth;
  image: string | null;
  createdAt: Instant;
  updatedAt: Instant;
  twoFactorEnabled: Truth | null;
  role: string;
  /** 1: may not sign in. Accounts are never deleted, since the audit log names them. */
  disabled: number;
}

export interface DeskSessionTable {
  id: string;
  token: string;
  userId: string;
  expiresAt: Instant;
  createdAt: Instant;
  updatedAt: Instant;
  ipAddress: string | null;
  userAgent: string | null;
  /** 1: made by a second factor. Only such a session opens the desk. */
  secondFactor: number;
}

export interface DeskCredentialTable {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  password: string | null;
  createdAt: Instant;
  updatedAt: Instant;
}

export interface DeskSecondFactorTable {
  id: string;
  userId: string;
  secret: string;
  backupCodes: string;
  verified: Truth | null;
}

/** What somebody typed into a form that was wrong, until the form is shown again. */
export interface DeskTypedTable {
  id: string;
  sealed: string;
  at: number;
}

/** Where a photo was made unreadable. */
export interface DeskBlurTable {
  photo: string;
  /** JSON: list of `BlurRectangle`. */
  rectangles: string;
}

/** Open questions of sign-in: `value` is the account that answers `identifier`. */
export interface DeskVerificationTable {
  id: string;
  identifier: string;
  value: string;
}

/** A type, not an interface: Kysely adds only such to the tables it knows. */
export type DeskTables = {
  desk_account: DeskAccountTable;
  desk_session: DeskSessionTable;
  desk_credential: DeskCredentialTable;
  desk_verification: DeskVerificationTable;
  desk_second_factor: DeskSecondFactorTable;
  desk_typed: DeskTypedTable;
  desk_blur: DeskBlurTable;
};

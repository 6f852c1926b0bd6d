/** Why a file could not be made a network. */
export type NetworkImportErrorCode =
  /** The file cannot be opened or read from the disk. */
  | 'unreadable'
  /** It is something else than what was asked for. */
  | 'not-osm'
  | 'not-elevation'
  | 'not-gtfs'
  /** It ends too early: an interrupted download. */
  | 'truncated'
  /** It starts well but its content breaks the format. */
  | 'damaged'
  /** A correct file of a kind this importer does not read. */
  | 'unsupported'
  /** Nothing to walk on in it, or in the part asked for. */
  | 'empty';

/** A file of the operator that cannot be imported. The message names the file's fault in words for the log. */
export class NetworkImportError extends Error {
  override readonly name = 'NetworkImportError';
  constructor(
    readonly code: NetworkImportErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Why a list of service points could not be imported. */
export type PlacesImportErrorCode =
  /** The file cannot be opened or read from the disk. */
  | 'unreadable'
  /** It is larger than a list can be. */
  | 'too-large'
  /** No text, or in no encoding read here. */
  | 'not-text'
  | 'not-csv'
  | 'not-geojson'
  /** It has no header, or the header lacks a column that has to be there. */
  | 'no-columns';

/** A list of the city that cannot be imported at all. The message names the file's fault in words for whoever runs the command. */
export class PlacesImportError extends Error {
  override readonly name = 'PlacesImportError';
  constructor(
    readonly code: PlacesImportErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

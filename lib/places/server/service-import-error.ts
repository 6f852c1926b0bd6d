/** A list that cannot be imported at all. The message names its fault in words for the operator. */
export class ServiceImportError extends Error {
  override readonly name = 'ServiceImportError';
}

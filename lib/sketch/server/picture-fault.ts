import type { OwnSheetErrorCode } from './own-sheet-error';

/** Why a picture is refused; own-sheet.ts adds the file. */
export class PictureFault extends Error {
  override readonly name = 'PictureFault';
  constructor(
    readonly code: Extract<OwnSheetErrorCode, 'too-large' | 'not-a-picture' | 'unsafe' | 'size'>,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

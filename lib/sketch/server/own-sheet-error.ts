export type OwnSheetErrorCode =
  /** A sheet.yaml without its picture, or the other way round. */
  | 'missing'
  /** More than one picture. */
  | 'several'
  /** A file called sheet that is nothing the portal reads. */
  | 'unknown-file'
  /** sheet.yaml is no YAML or does not hold what it must. */
  | 'facts'
  /** Control points no map can be made from. */
  | 'points'
  /** More than 20 MB. */
  | 'too-heavy'
  /** More than 100 megapixels. */
  | 'too-large'
  /** The size in sheet.yaml is not that of the picture. */
  | 'size'
  /** Something else than its name says, or damaged. */
  | 'not-a-picture'
  /** An SVG with something in it that runs, moves, or is fetched from elsewhere. */
  | 'unsafe';

/** What is wrong with a sheet: a file of the content, a field of it and why. */
export interface SheetProblem {
  file: string;
  field: string;
  reason: string;
}

/** An illustrator's sheet that cannot be taken. The message has a line for each problem: file, field, reason. */
export class OwnSheetError extends Error {
  override readonly name = 'OwnSheetError';
  constructor(
    readonly code: OwnSheetErrorCode,
    readonly problems: readonly SheetProblem[],
    options?: ErrorOptions,
  ) {
    super(problems.map(({ file, field, reason }) => `${file}: ${field}: ${reason}`).join('\n'), options);
  }
}

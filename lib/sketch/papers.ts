/** Papers one can take along of a walk: names of the files under /walks/<walk>/paper. */
export const papers = ['a4', 'a3', 'pocket', 'black-and-white', 'large', 'signs'] as const;
export type Paper = (typeof papers)[number];

/** Where the way goes on, seen by who stands before a sign. */
export const signTurns = ['ahead', 'left', 'right', 'back'] as const;
export type SignTurn = (typeof signTurns)[number];

/** Every file there is: signs come with an arrow for each way they may be hung up. */
export const paperFiles: readonly string[] = papers.flatMap((paper) =>
  paper === 'signs' ? signTurns.map((turn) => `signs-${turn}.pdf`) : [`${paper}.pdf`],
);

/** The paper and turn a file name asks for; undefined where there is none of that name. */
export function parsePaper(file: string): { paper: Paper; turn: SignTurn } | undefined {
  if (!paperFiles.includes(file)) return undefined;
  const name = file.replace(/\.pdf$/, '');
  const turn = signTurns.find((candidate) => name === `signs-${candidate}`);
  return { paper: turn ? 'signs' : (name as Paper), turn: turn ?? 'ahead' };
}

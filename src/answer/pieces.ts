/** Work that goes on piece by piece: a worker shows how far it is, and lets go of it by not going on. */
export interface PieceRun<Document> {
  /** Pieces of the whole. */
  readonly asked: number;
  readonly done: () => number;
  /** Does so many more pieces, or as many as are left; in any number of steps with the same result. */
  readonly advance: (count: number) => void;
  /** The answer; what is left to do is done first. */
  readonly document: () => Document;
}

/** A run of pieces, none done yet. */
export function startPieces<Document>(
  asked: number,
  doPiece: (piece: number) => void,
  toDocument: () => Document,
): PieceRun<Document> {
  let done = 0;
  const advance = (count: number): void => {
    for (const last = Math.min(asked, done + count); done < last; done += 1) doPiece(done);
  };
  return {
    asked,
    done: () => done,
    advance,
    document: () => {
      advance(asked);
      return toDocument();
    },
  };
}

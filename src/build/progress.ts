// How far a build is, for whoever wants to show it. The build says it; it knows no terminal and no clock.

/** What a build is at. */
export type Phase = 'reading' | 'pictures' | 'drawing' | 'search' | 'bringing in';

/** Told how far a build is; may be called often, and must not throw. */
export interface Progress {
  /** False when nobody looks: what only a progress needs is not counted then. */
  readonly isWatched: boolean;
  /** `done` of `total` things of a phase; `total` is null while nobody knows. */
  readonly phase: (name: Phase, done: number, total: number | null) => void;
}

/** Shows nothing. */
export const silent: Progress = { isWatched: false, phase: () => {} };

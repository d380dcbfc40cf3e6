/** What must be said of tables and vectors, which say nothing of themselves. */
export interface TableOptions {
  readonly title: string;
  /** Name of the file or folder. */
  readonly file: string;
  /** ISO 3166-1 code whose general limits hold, or null. */
  readonly country: string | null;
  /** What must be said wherever the network is shown. */
  readonly attribution: string;
  readonly licence: string;
}

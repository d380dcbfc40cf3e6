/**
 * How much a data folder may hold. Each limit is far above what the formats need and keeps a hostile file
 * from costing minutes or gigabytes; a file over a limit is a problem, never cut short in silence.
 */

/** Characters in one file (a whole city region has less than 4 million). */
export const MAX_FILE_CHARS = 32 * 1024 * 1024;

/** Characters in all files together. */
export const MAX_TOTAL_CHARS = 128 * 1024 * 1024;

/** Objects and lists inside one another; the formats need 8. */
export const MAX_DEPTH = 64;

/** Values (numbers, texts, lists, objects …) in one file. */
export const MAX_VALUES = 4_000_000;

/** Records in one list of a file. */
export const MAX_RECORDS = 200_000;

/** Values in one record, e.g. one link with its geometry, or one file that is a single record. */
export const MAX_RECORD_VALUES = 100_000;

/** Keys of one object; the formats need 30. */
export const MAX_KEYS = 1000;

/** Problems told; the last one says how many more there are. */
export const MAX_PROBLEMS = 500;

/** Characters of a value quoted in a problem. */
export const MAX_FOUND_CHARS = 60;

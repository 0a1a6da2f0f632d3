declare const __PROGRAM_VERSION__: string

/** Version of the program this page belongs to; set when the screens are built, empty in a test. */
export const PROGRAM_VERSION = typeof __PROGRAM_VERSION__ === 'undefined' ? '' : __PROGRAM_VERSION__

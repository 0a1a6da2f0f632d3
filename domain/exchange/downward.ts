/** Version of the package a county sends down (docs/package-format.md). */
export const DOWNWARD_FORMAT = 'county-package/1'

/** What a county sends down. */
export const DOWNWARD_KINDS = ['CATALOGUE', 'CALENDAR', 'DICTIONARY', 'INSTRUCTION'] as const
/** One kind. */
export type DownwardKind = (typeof DOWNWARD_KINDS)[number]

/** One thing in a package from the county: `items/<sha256>`. */
export type DownwardItem = {
  readonly kind: DownwardKind
  /** What it is, the same in all its versions: a catalogue's name, a dictionary's kind, a calendar's year, an instruction's id. */
  readonly key: string
  /** From 1, growing; an older version than the one taken is not offered. */
  readonly version: number
  /** As people call it. */
  readonly title: string
  /** Its file as the county has it: a catalogue's table (XLSX or CSV), a calendar file, a dictionary file, an instruction's JSON. */
  readonly fileName: string
  readonly path: string
  readonly sha256: string
  readonly size: number
}

/** `manifest.json` of a package from the county; sealed like an office's package, by the county's key. */
export type DownwardManifest = {
  readonly format: typeof DOWNWARD_FORMAT
  readonly county: { readonly name: string; readonly code: string; readonly instanceId: string }
  readonly office: { readonly name: string; readonly uscc: string }
  /** Number of the package for this office, from 1 without gaps in a county's database. */
  readonly sequence: number
  readonly claimedAt: string
  readonly items: readonly DownwardItem[]
}

/** A word from the county to the office: shown at the desk until somebody has marked it as read. */
export type Instruction = {
  readonly format: 'instruction/1'
  readonly title: string
  readonly text: string
  /** Civil date by which something is to be done, or null. */
  readonly due: string | null
}

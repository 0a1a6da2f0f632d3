import type { TypeRole } from '../../../domain/sheet/template.ts'

/** What a piece of text is set as: one of the roles, or in the face of another script. */
export type GlyphRole = TypeRole | 'SCRIPT'

/** Where a character stands: `text` is a few characters around it, never more than needed to find it. */
export type GlyphPlace = {
  readonly text: string
  /** In a table: its number and that of the row in it, heads not counted, both from 1. Null outside of tables and in heads. */
  readonly table: number | null
  readonly row: number | null
}

/** A character that is drawn by another face than most of its role, or by none. */
export type StrayGlyph = {
  readonly character: string
  readonly role: GlyphRole
  /** The face that draws it; null: it is drawn as the empty box of a font, or not at all. */
  readonly face: string | null
  /** At most five of them. */
  readonly places: readonly GlyphPlace[]
}

/** What the browser that prints says of the letters of a sheet before it is printed. */
export type SheetGlyphs = {
  readonly roles: readonly {
    readonly role: GlyphRole
    readonly face: string
    readonly characters: number
    /** ISO 15924 of the script, with the role SCRIPT. */
    readonly script?: string | null
  }[]
  readonly strays: readonly StrayGlyph[]
}

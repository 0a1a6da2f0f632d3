/**
 * The body of a notice: a small document tree, the only form in which text is stored, masked, searched,
 * shown and printed. It is the editor's JSON restricted to what an official document needs, so nothing that
 * could carry a script ever reaches a screen.
 *
 * @example { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '特此公告。' }] }] }
 */
export type Body = {
  readonly type: 'doc'
  readonly content: readonly Block[]
}

/** A block of the body. */
export type Block = Paragraph | Heading | BulletList | OrderedList | Table | Image

/** Alignment of a paragraph; `right` is used for signature and date, `center` for captions. */
export type Alignment = 'left' | 'center' | 'right'

/** An ordinary paragraph (正文). */
export type Paragraph = {
  readonly type: 'paragraph'
  readonly attrs?: { readonly textAlign?: Alignment | null }
  readonly content?: readonly Inline[]
}

/** A heading; levels 1–4 are 一、 (一) 1. (1) of GB/T 9704-2012, clause 7.3.3. */
export type Heading = {
  readonly type: 'heading'
  readonly attrs: { readonly level: 1 | 2 | 3 | 4; readonly textAlign?: Alignment | null }
  readonly content?: readonly Inline[]
}

/** A list with bullets. */
export type BulletList = { readonly type: 'bulletList'; readonly content: readonly ListItem[] }

/** A numbered list; `start` is the first number. */
export type OrderedList = {
  readonly type: 'orderedList'
  readonly attrs?: { readonly start?: number }
  readonly content: readonly ListItem[]
}

/** One entry of a list. */
export type ListItem = { readonly type: 'listItem'; readonly content: readonly Block[] }

/** A table; spans are whole numbers of columns and rows. `carry` names the columns (from 0) paper carries forward. */
export type Table = {
  readonly type: 'table'
  readonly attrs?: { readonly carry: readonly number[] }
  readonly content: readonly TableRow[]
}

/** One row of a table. */
export type TableRow = { readonly type: 'tableRow'; readonly content: readonly TableCell[] }

/** A cell; `colwidth` is in CSS pixels, one entry per spanned column, or null when the column is free. */
export type TableCell = {
  readonly type: 'tableCell' | 'tableHeader'
  readonly attrs?: {
    readonly colspan?: number
    readonly rowspan?: number
    readonly colwidth?: readonly number[] | null
  }
  readonly content: readonly Block[]
}

/** A picture; `attachmentId` names an attachment of the same notice with role `INLINE_IMAGE`. */
export type Image = {
  readonly type: 'image'
  readonly attrs: { readonly attachmentId: string; readonly alt: string }
}

/** Text with marks, or a line break inside a paragraph. */
export type Inline =
  | { readonly type: 'text'; readonly text: string; readonly marks?: readonly Mark[] }
  | { readonly type: 'hardBreak' }

/** A text mark. Links are http, https, mailto or tel only. */
export type Mark =
  | { readonly type: 'bold' | 'italic' | 'underline' | 'strike' }
  | { readonly type: 'link'; readonly attrs: { readonly href: string } }

/** A body with one empty paragraph, as a new draft has it. */
export const EMPTY_BODY: Body = { type: 'doc', content: [{ type: 'paragraph' }] }

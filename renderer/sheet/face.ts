import type { ComponentType } from 'react'
import type { SheetPage } from '../../server/display/sheet-page.ts'

/** Address of a file of the sheet by its SHA-256. */
export type FileAddress = (sha256: string) => string

/** What a face is handed: the sheet of its kind, and where its pictures are. */
export type FaceProps<Kind extends SheetPage['kind']> = {
  readonly sheet: Extract<SheetPage, { kind: Kind }>
  readonly fileAddress: FileAddress
}

/** How a kind of sheet, or a form of a notice, is drawn. It leaves `data-ready` and its fellows (`marks.ts`) on the document. */
export type Face<Kind extends SheetPage['kind']> = ComponentType<FaceProps<Kind>>

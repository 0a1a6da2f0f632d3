// oxlint-disable-next-line no-restricted-imports -- runs while the screens are built, never in a page
import { readdirSync, readFileSync } from 'node:fs'
// oxlint-disable-next-line no-restricted-imports -- runs while the screens are built, never in a page
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'

const HOME = resolve(import.meta.dirname, '../node_modules/pdfjs-dist')

// What the reader of PDFs asks for while it reads: tables of Chinese letters, the faces no file brings, decoders of scans.
const FOLDERS = [
  ['cmaps', 'pdf/cmaps'],
  ['standard_fonts', 'pdf/fonts'],
  ['wasm', 'pdf/decoders'],
] as const

/** The files of the reader of PDFs by the address the screens ask them under, licences included. */
export function pdfFileNames(): readonly { readonly from: string; readonly fileName: string }[] {
  return FOLDERS.flatMap(([folder, to]) =>
    readdirSync(join(HOME, folder)).map((name) => ({
      from: join(HOME, folder, name),
      fileName: `${to}/${name}`,
    })),
  )
}

/** Puts the files of the reader of PDFs beside the screens: nothing on a board comes from anywhere else. */
export function pdfFiles(): Plugin {
  return {
    name: 'pdf-files',
    generateBundle() {
      for (const { from, fileName } of pdfFileNames())
        this.emitFile({ type: 'asset', fileName, source: readFileSync(from) })
    },
  }
}

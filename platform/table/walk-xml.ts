import { SaxesParser } from 'saxes'

/** What a reader does at an element, with its name without the prefix, and at the text in it. */
export type XmlSteps = {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

const CHUNK = 1 << 16
/** Parts by other programs, which may repeat names of the table's own. */
const FOREIGN: ReadonlySet<string> = new Set(['extLst', 'AlternateContent'])

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}

/**
 * Walks through a part of a workbook from front to back without keeping it; prefixes (`x:row`) are left out, since
 * programs differ in them. Throws an Error where the part is not well-formed.
 * @example walkXml(part, { open: (name, { ref }) => … })
 */
export function walkXml(part: Uint8Array, { open, text, close }: XmlSteps): void {
  const parser = new SaxesParser()
  let foreign = 0
  const local = (name: string): string => name.slice(name.indexOf(':') + 1)
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => {
    const name = local(tag.name)
    if (foreign > 0 || FOREIGN.has(name)) foreign += 1
    else open?.(name, tag.attributes)
  })
  parser.on('closetag', (tag) => {
    if (foreign > 0) foreign -= 1
    else close?.(local(tag.name))
  })
  const say = (piece: string): void => {
    if (foreign === 0) text?.(piece)
  }
  parser.on('text', say)
  parser.on('cdata', say)
  const decoder = new TextDecoder(encodingOf(part))
  for (let at = 0; at < part.length; at += CHUNK) {
    parser.write(decoder.decode(part.subarray(at, at + CHUNK), { stream: true }))
  }
  parser.write(decoder.decode()).close()
}

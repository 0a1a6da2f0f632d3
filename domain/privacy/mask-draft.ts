import type { Block, Body, Heading, Image, Inline, Paragraph, TableCell } from '../notice/body.ts'
import { inlineText } from '../notice/body-text.ts'
import type { DraftContent } from '../notice/content.ts'
import type { LanguageText } from '../notice/language.ts'
import { detectNumbers } from './detect-number.ts'
import type { GateHit } from './gate-hit.ts'
import { linkAddress, linkOf } from './link-range.ts'
import { maskFindings, maskValue } from './mask.ts'
import { plainDigits } from './plain-digits.ts'

/**
 * Masks hits in title, fields, body and other languages of a draft and gives a new content; the draft handed in stays as it was.
 * A hit is only masked where the text at its offsets still masks to what the hit shows: after an edit in between
 * nothing wrong is overwritten, and the next scan tells what is left. Hits in attachments are not touched here.
 * @example maskDraft(content, hits).title // '电话138****8000'
 */
export function maskDraft(content: DraftContent, hits: readonly GateHit[]): DraftContent {
  const at = (wanted: (hit: GateHit) => boolean): readonly GateHit[] => hits.filter(wanted)
  const field = (name: 'addressee' | 'signature' | 'documentNumber'): string =>
    maskText(
      content[name],
      at(({ place }) => place.part === 'FIELD' && place.field === name),
    )
  return {
    ...content,
    title: maskText(
      content.title,
      at(({ place }) => place.part === 'TITLE'),
    ),
    addressee: field('addressee'),
    signature: field('signature'),
    documentNumber: field('documentNumber'),
    body: maskBody(content.body, hits),
    texts: content.texts.map((text) => maskLanguage(text, hits)),
  }
}

function maskLanguage(text: LanguageText, hits: readonly GateHit[]): LanguageText {
  const own = hits.flatMap((hit): GateHit[] => {
    const { place } = hit
    if (place.part !== 'LANGUAGE' || place.language !== text.language) return []
    const { path, tableRow, of } = place
    if (of === 'TRANSLATOR') return [{ ...hit, place: { part: 'FIELD', field: 'signature' } }]
    // In its own tree the text is a body like any other.
    return [
      {
        ...hit,
        place: path === null ? { part: 'TITLE' } : { part: 'BODY', path, tableRow, ...(of && { of }) },
      },
    ]
  })
  if (own.length === 0) return text
  const translator = maskText(
    text.translator,
    own.filter(({ place }) => place.part === 'FIELD'),
  )
  const title = maskText(
    text.title,
    own.filter(({ place }) => place.part === 'TITLE'),
  )
  return { ...text, title, translator, body: maskBody(text.body, own) }
}

function maskText(text: string, hits: readonly GateHit[]): string {
  return maskFindings(
    text,
    hits.filter(({ kind, start, end, masked }) => {
      const written = text.slice(start, end)
      return maskValue(kind, written) === masked || isPiece(written, masked)
    }),
  )
}

/** One digit of a number that is spread over cells: by itself it does not show how it is masked. */
function isPiece(written: string, masked: string): boolean {
  return masked === '*'.repeat(written.length) && /^[\dX]$/.test(plainDigits(written, true).text)
}

function maskBody(body: Body, hits: readonly GateHit[]): Body {
  const byPath = new Map<string, GateHit[]>()
  for (const hit of hits) {
    if (hit.place.part !== 'BODY') continue
    const key = hit.place.path.join('.')
    byPath.set(key, [...(byPath.get(key) ?? []), hit])
  }
  return byPath.size === 0 ? body : { ...body, content: maskBlocks(body.content, '', byPath) }
}

type HitsByPath = ReadonlyMap<string, readonly GateHit[]>

function maskBlocks(blocks: readonly Block[], parent: string, hits: HitsByPath): readonly Block[] {
  return blocks.map((block, index) => maskBlock(block, step(parent, index), hits))
}

function step(parent: string, index: number): string {
  return parent === '' ? String(index) : `${parent}.${index}`
}

function maskBlock(block: Block, path: string, hits: HitsByPath): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'image':
      return maskLeaf(block, hits.get(path) ?? [])
    case 'bulletList':
    case 'orderedList':
      return {
        ...block,
        content: block.content.map((item, at) => ({
          ...item,
          content: maskBlocks(item.content, step(path, at), hits),
        })),
      }
    case 'table':
      return {
        ...block,
        content: block.content.map((row, at) => ({
          ...row,
          content: row.content.map((cell, column): TableCell => ({
            ...cell,
            content: maskBlocks(cell.content, step(step(path, at), column), hits),
          })),
        })),
      }
  }
}

function maskLeaf(block: Paragraph | Heading | Image, hits: readonly GateHit[]): Block {
  if (hits.length === 0) return block
  if (block.type === 'image') {
    return {
      ...block,
      attrs: { ...block.attrs, alt: maskText(block.attrs.alt, hits.filter(isOf('IMAGE_ALT'))) },
    }
  }
  if (block.content === undefined) return block
  const unlinked = unlink(block.content, hits.filter(isOf('LINK')))
  const masked = maskText(inlineText(unlinked), hits.filter(isOf(undefined)))
  let start = 0
  const content = unlinked.map((node): Inline => {
    if (node.type !== 'text') {
      start += 1
      return node
    }
    const text = masked.slice(start, start + node.text.length)
    start += node.text.length
    return { ...node, text }
  })
  return { ...block, content }
}

function isOf(of: 'IMAGE_ALT' | 'LINK' | undefined): (hit: GateHit) => boolean {
  return ({ place }) => place.part === 'BODY' && place.of === of
}

/** A number in an address cannot be starred out and still lead anywhere, so the link goes and its words stay. */
function unlink(content: readonly Inline[], hits: readonly GateHit[]): readonly Inline[] {
  let start = 0
  return content.map((node): Inline => {
    const from = start
    start += node.type === 'text' ? node.text.length : 1
    const href = linkOf(node)
    if (node.type !== 'text' || href === null) return node
    const found = detectNumbers(linkAddress(href))
    const hit = hits.some(
      ({ start: at, masked }) => at === from && found.some((other) => other.masked === masked),
    )
    if (!hit) return node
    const marks = (node.marks ?? []).filter((mark) => mark.type !== 'link')
    return { type: 'text', text: node.text, ...(marks.length > 0 ? { marks } : {}) }
  })
}

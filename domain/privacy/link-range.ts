import type { Inline } from '../notice/body.ts'

/** The part of a block's text that carries a link, and the address as a reader of the file would decode it. */
export type LinkRange = { readonly start: number; readonly end: number; readonly address: string }

/**
 * Lists the linked parts of a block; a telephone number can hide behind the words 联系我们.
 * @example linkRanges([{ type: 'text', text: '联系', marks: [{ type: 'link', attrs: { href: 'tel:13800138000' } }] }])
 */
export function linkRanges(content: readonly Inline[]): readonly LinkRange[] {
  const ranges: LinkRange[] = []
  let start = 0
  for (const node of content) {
    const end = start + (node.type === 'text' ? node.text.length : 1)
    const href = linkOf(node)
    if (href !== null) ranges.push({ start, end, address: linkAddress(href) })
    start = end
  }
  return ranges
}

/**
 * The address behind an inline node, or null.
 * @example linkOf({ type: 'hardBreak' }) // null
 */
export function linkOf(node: Inline): string | null {
  if (node.type !== 'text') return null
  for (const mark of node.marks ?? []) if (mark.type === 'link') return mark.attrs.href
  return null
}

/**
 * Decodes an address for reading: `tel:%31%33800138000` is a mobile number too.
 * @example linkAddress('tel:%31380013') // 'tel:1380013'
 */
export function linkAddress(href: string): string {
  return href.replaceAll(/%([0-7][0-9a-f])/gi, (_whole, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

import type { Block, BulletList, ListItem, OrderedList, Paragraph } from './body.ts'
import type { HtmlElement } from './body-html-node.ts'
import { htmlText, isElement } from './body-html-node.ts'

/** A paragraph that Word or WPS shows as a list entry. `level` counts from 1. */
export type OfficeListEntry = {
  readonly level: number
  readonly marker: string
  readonly paragraphs: readonly Paragraph[]
}

/**
 * Reads the list level of a pasted Word paragraph (`mso-list:l0 level2 lfo1`), or null for an ordinary paragraph.
 * @example officeListLevel({ tag: 'p', attrs: { style: 'mso-list:l0 level2 lfo1' }, children: [] }) // 2
 */
export function officeListLevel(element: HtmlElement): number | null {
  const level = /mso-list:\s*l\d+\s+level(\d+)/i.exec(element.attrs['style'] ?? '')?.[1]
  return level === undefined ? null : Math.min(4, Math.max(1, Number(level)))
}

/**
 * Says whether an element is the printed marker of a pasted list entry (`mso-list:Ignore`).
 * @example isOfficeMarker({ tag: 'span', attrs: { style: 'mso-list:Ignore' }, children: [] }) // true
 */
export function isOfficeMarker(element: HtmlElement): boolean {
  return /mso-list:\s*ignore/i.test(element.attrs['style'] ?? '')
}

/**
 * The marker text of a pasted list entry, without its spaces.
 * @example officeMarker(paragraph) // '1.'
 */
export function officeMarker(element: HtmlElement): string {
  for (const child of element.children) {
    if (!isElement(child)) continue
    if (isOfficeMarker(child)) return htmlText(child).replaceAll(/[\s\u00a0]+/g, '')
    const inner = officeMarker(child)
    if (inner !== '') return inner
  }
  return ''
}

/**
 * Says whether a marker is official numbering (一、 or （一）): those are headings, not list entries.
 * @example isOfficialMarker('（一）') // true
 */
export function isOfficialMarker(marker: string): boolean {
  return /^(?:[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十百]+[）)])$/.test(marker)
}

/**
 * Nests entries that follow each other into lists; the marker of the first entry of a list says of which type it is.
 * @example officeLists([{ level: 1, marker: '1.', paragraphs: [] }])[0]?.type // 'orderedList'
 */
export function officeLists(entries: readonly OfficeListEntry[]): readonly Block[] {
  const lists: Block[] = []
  let index = 0
  while (index < entries.length) {
    const { list, next } = listFrom(entries, index)
    lists.push(list)
    index = next
  }
  return lists
}

function listFrom(
  entries: readonly OfficeListEntry[],
  from: number,
): { readonly list: BulletList | OrderedList; readonly next: number } {
  const level = entries[from]?.level ?? 1
  const marker = entries[from]?.marker ?? ''
  const items: ListItem[] = []
  let index = from
  for (let entry = entries[index]; entry !== undefined && entry.level >= level; entry = entries[index]) {
    if (entry.level > level && items.length > 0) {
      const { list, next } = listFrom(entries, index)
      const last = items.pop()
      items.push({ type: 'listItem', content: [...(last?.content ?? []), list] })
      index = next
      continue
    }
    if (items.length > 0 && isNumbered(entry.marker) !== isNumbered(marker)) break
    items.push({
      type: 'listItem',
      content: entry.paragraphs.length > 0 ? entry.paragraphs : [{ type: 'paragraph' }],
    })
    index += 1
  }
  const start = Number(/\d+/.exec(marker)?.[0] ?? '1')
  const list: BulletList | OrderedList = isNumbered(marker)
    ? { type: 'orderedList', ...(start > 1 ? { attrs: { start } } : {}), content: items }
    : { type: 'bulletList', content: items }
  return { list, next: index }
}

function isNumbered(marker: string): boolean {
  return (
    /^[（(]?(?:\d+|[a-z]{1,4}|[A-Z]{1,4}|[①-⑳])[.．、)）]?$/.test(marker) && !/^[ovlnqØü§·•]$/.test(marker)
  )
}

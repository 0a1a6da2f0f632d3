/** Limits of a body: enough for a 3,000-row list, small enough that no screen or printer chokes on it. */
export const BODY_LIMITS = {
  /** Blocks nested in blocks; a list in a cell of a table is 6 deep. */
  depth: 12,
  /** UTF-8 bytes of the body as JSON. */
  jsonBytes: 5 * 1024 * 1024,
  /** Paragraphs, headings and pictures outside tables; rows, cells and list entries are not counted again. */
  blocks: 20_000,
  /** The same inside tables: 3,000 rows of ten columns. */
  tableBlocks: 32_000,
  /** Columns or rows one cell may span. */
  span: 200,
} as const

/** Link protocols a notice may carry; everything else (javascript:, data:, file:) could run or leak something. */
const LINK_PROTOCOLS = ['http:', 'https:', 'mailto:', 'tel:'] as const

/**
 * Says whether an address may stand in a notice: absolute, and http, https, mailto or tel.
 * @example isAllowedLink('javascript:alert(1)') // false
 */
export function isAllowedLink(href: string): boolean {
  // A URL parser drops tabs and line ends silently, a check of the raw text would not see what a browser sees.
  const plain = href.trim()
  if (/[\p{Cc}\s]/u.test(plain)) return false
  const protocol = /^([a-z][a-z0-9+.-]*:)/i.exec(plain)?.[1]?.toLowerCase()
  return (
    protocol !== undefined && LINK_PROTOCOLS.some((allowed) => allowed === protocol) && plain.length <= 2048
  )
}

/** What a body breaks, if it breaks a limit. */
export type BodyFault = 'TOO_DEEP' | 'TOO_MANY_BLOCKS'

/**
 * Checks depth and number of blocks of anything that looks like a body, without recursion, so that hostile JSON
 * nested a million times cannot exhaust the stack of the checks that follow.
 * @example bodyFault({ type: 'doc', content: [] }) // null
 */
export function bodyFault(value: unknown): BodyFault | null {
  const stack: { readonly node: unknown; readonly depth: number; readonly inTable: boolean }[] = [
    { node: value, depth: 0, inTable: false },
  ]
  let blocks = 0
  let tableBlocks = 0
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const { node, depth } = entry
    if (!isRecord(node)) continue
    const type = node['type']
    const inTable = entry.inTable || type === 'tableRow'
    if (type === 'paragraph' || type === 'heading' || type === 'image') {
      if (inTable) tableBlocks += 1
      else blocks += 1
    }
    if (blocks > BODY_LIMITS.blocks || tableBlocks > BODY_LIMITS.tableBlocks) return 'TOO_MANY_BLOCKS'
    const inline = type === 'text' || type === 'hardBreak'
    if (!inline && depth > BODY_LIMITS.depth) return 'TOO_DEEP'
    const content = node['content']
    if (Array.isArray(content)) {
      for (const child of content) stack.push({ node: child, depth: depth + 1, inTable })
    }
  }
  return null
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

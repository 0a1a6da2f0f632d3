const PART = /^(\d+)(?:-(\d+))?$/u

/**
 * The pages meant by what a person types, ascending and each once; an empty text means all of them. Null when it is no list
 * of pages, or names one the sheet has not got. Full-width digits, commas and dashes are taken as what they mean.
 * @example readPageRange('1-3，5', 6) // [1, 2, 3, 5]
 */
export function readPageRange(text: string, pages: number): readonly number[] | null {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[、;]/gu, ',')
    .replaceAll(/[~–—至到]/gu, '-')
  const parts = plain.replaceAll(/\s/gu, '').split(',').filter(Boolean)
  if (parts.length === 0) return plain.trim() === '' ? every(1, pages) : null
  const chosen = new Set<number>()
  for (const part of parts) {
    const [, first, last] = PART.exec(part) ?? []
    const from = Number(first)
    const to = Number(last ?? first)
    // Looked at before it is counted out: what is typed may name a billion pages.
    if (first === undefined || from < 1 || to < from || to > pages) return null
    for (const page of every(from, to)) chosen.add(page)
  }
  return [...chosen].sort((one, other) => one - other)
}

/**
 * Pages as a person would type them: runs with a hyphen, commas between.
 * @example writePageRange([5, 1, 2, 3]) // '1-3,5'
 */
export function writePageRange(pages: readonly number[]): string {
  const runs: [number, number][] = []
  for (const page of [...new Set(pages)].sort((one, other) => one - other)) {
    const run = runs.at(-1)
    if (run !== undefined && run[1] === page - 1) run[1] = page
    else runs.push([page, page])
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(',')
}

function every(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

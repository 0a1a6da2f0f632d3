/** Headings whose texts name a row, the plainest first. */
const NAMING = [/名称$/, /事项$|项目$/, /名称|事项|项目/] as const

/**
 * The column whose texts name a row of a list: by its heading, else the first one.
 * @example namingColumn(['类别', '事项名称', '依据']) // 1
 */
export function namingColumn(labels: readonly string[]): number {
  for (const pattern of NAMING) {
    const found = labels.findIndex((label) => pattern.test(label))
    if (found >= 0) return found
  }
  return 0
}

/**
 * What a row is called: its text in the naming column, else its first text.
 * @example rowName(['类别', '事项名称'], ['许可', '生育登记']) // '生育登记'
 */
export function rowName(labels: readonly string[], texts: readonly string[]): string {
  const named = texts[namingColumn(labels)] ?? ''
  return named === '' ? (texts.find((text) => text !== '') ?? '') : named
}

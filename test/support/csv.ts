/**
 * Writes rows as CSV the way spreadsheets do: quotes where needed, CRLF.
 * @example writeCsv([['a', 'b\nc']]) // 'a,"b\nc"\r\n'
 */
export function writeCsv(rows: readonly (readonly string[])[], separator = ','): string {
  const field = (text: string): string =>
    /["\n\r]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text
  return rows.map((row) => `${row.map(field).join(separator)}\r\n`).join('')
}

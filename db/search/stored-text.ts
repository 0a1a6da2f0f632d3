// A text, or the end of a block: keys stand in order, so `type` comes after the content. A quote
// inside a text is escaped, so `"text":"` in plain letters is never part of one.
const PIECES = /"text":"((?:[^"\\]|\\.)*)"|"type":"(?:paragraph|heading|hardBreak)"/g

/**
 * The text of a body from the beginning of an edition's canonical JSON, white space as single spaces, without parsing
 * the whole: an excerpt must not cost what a body of thousands of paragraphs costs. What was cut off in the middle is
 * left out.
 * @example storedText('…"body":{"content":[{"content":[{"text":"特此公告。","type":"text"}],"type":"para') // '特此公告。'
 */
export function storedText(json: string): string {
  const body = json.indexOf('"body":{')
  if (body < 0) return ''
  const pieces: string[] = []
  for (const [, escaped] of json.slice(body).matchAll(PIECES)) {
    if (escaped === undefined) pieces.push(' ')
    else pieces.push(escaped.includes('\\') ? (JSON.parse(`"${escaped}"`) as string) : escaped)
  }
  return pieces.join('').replaceAll(/\s+/g, ' ').trim()
}

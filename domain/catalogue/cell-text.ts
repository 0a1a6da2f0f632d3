const HAN = '\\p{Script=Han}'
/** Characters that stand without a space in Chinese text. */
const TIGHT = `[${HAN}\\u3001-\\u303f\\uff00-\\uffef“”‘’—…·()]`
const BULLET =
  /^(?:[●•◆◇★▪■□○▲☆◎➢\-—]|[\d０-９]{1,2}[、.．)）]|[(（][\d一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[①-⑳])/u
/** Ends of names of organs: a space or a line break after one separates two organs (民政部 财政部). */
const ORGAN_END = /(?:[部委局办厅院署会行府处社团室府]|中心|部门)$/u

/**
 * Tidies what every spreadsheet brings along: line ends, no-break and zero-width characters, blanks at line ends.
 * @example tidyCell('一级\r\n事项 ') // '一级\n事项'
 */
export function tidyCell(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u00a0\u3000\t]/g, ' ')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim()
}

/**
 * Joins a short label: in narrow columns every line break and blank inside a word is typesetting. Breaks before a
 * bullet or a number stay.
 * @example joinLabel('临\n时\n救\n助') // '临时救助'
 */
export function joinLabel(text: string): string {
  const lines = tidyCell(text).split('\n')
  const joined = lines.reduce((all, line) => {
    if (all !== '' && BULLET.test(line)) return `${all}\n${line}`
    return all === '' ? line : `${all} ${line}`
  }, '')
  return joined.replace(new RegExp(`(?<=${TIGHT}) +| +(?=${TIGHT})`, 'gu'), '').replace(/ {2,}/g, ' ')
}

/**
 * The letters of a heading without blanks, brackets and points, in half-width form, for comparing.
 * @example headingKey('公开内容\n（要素）') // '公开内容要素'
 */
export function headingKey(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
}

function joinBlanks(line: string): string {
  return line
    .replace(
      new RegExp(`(?<=(.{0,3}${HAN})) +(?=(${HAN}[^ ]?))`, 'gu'),
      (blanks, before: string, after: string) => {
        // 有关部 门: the organ's name goes on, so the blank is a slip after all.
        const organ = ORGAN_END.test(before) && !/^[门分署队]/u.test(after)
        return organ && after.length > 1 ? blanks.slice(0, 1) : ''
      },
    )
    .replace(/ {2,}/g, ' ')
}

function endsInside(text: string): boolean {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0
  return count(/《/g) > count(/》/g) || count(/[(（]/g) > count(/[)）]/g) || count(/“/g) > count(/”/g)
}

/** What the lines of a cell have in common: whether any has a bullet, and whether all are scraps of one to three characters. */
type CellShape = { readonly bullets: boolean; readonly scraps: boolean }

function lineGoesOn(before: string, next: string, shape: CellShape): boolean {
  if (BULLET.test(next)) return false
  if (endsInside(before) || /^[》」』”’、，。；：;,.:!?！？)）]/u.test(next)) return true
  if (/[、，,和与及或的《(（“]$/u.test(before)) return true
  if (/[;；。:：》]$/u.test(before)) return false
  // One character alone on a line, or nothing but scraps: the column was too narrow for the word.
  if (Array.from(next).length === 1 || shape.scraps) return true
  return shape.bullets && !ORGAN_END.test(before)
}

/**
 * Mends running text of a cell: words broken by a blank or a line break are joined (条\n例, 进一 步), while the breaks
 * between elements, citations and organs stay. When in doubt a break is kept: it loses nothing.
 * @example mendText('《政府信息公开条\n例》\n●办理 条件') // '《政府信息公开条例》\n●办理条件'
 */
export function mendText(text: string): string {
  const lines = tidyCell(text).split('\n')
  const shape: CellShape = {
    bullets: lines.some((line) => BULLET.test(line)),
    scraps: lines.every((line) => Array.from(line).length <= 3),
  }
  const mended: string[] = []
  for (const line of lines) {
    const before = mended.at(-1)
    if (before !== undefined && lineGoesOn(before, line, shape)) {
      const gap = /[\p{Script=Latin}\d]$/u.test(before) && /^[\p{Script=Latin}\d]/u.test(line) ? ' ' : ''
      mended[mended.length - 1] = before + gap + line
    } else mended.push(line)
  }
  return mended.map(joinBlanks).join('\n')
}

/** Ends of names of units beside those of organs; a break after one separates two units. */
const UNIT_END = /(?:[所站村校院科队组乡镇街道馆园]|公司|干部|书记|主任|会计|[)）])$/u
/** The rest of a word an organ's name may be broken in: 镇民政办\n公室. */
const ORGAN_REST =
  /^(?:公室|事处|员会|委会|人民政府|政府|村民委员会|居民委员会|[府局会门室])(?=$|[、，；(（])/u

/**
 * Mends a cell that names units: names end in what units are called, so a break anywhere else is typesetting.
 * @example mendUnits('云溪镇人\n民政府\n县民政局') // '云溪镇人民政府\n县民政局'
 */
export function mendUnits(text: string): string {
  const units: string[] = []
  for (const line of mendText(text).split('\n')) {
    const before = units.at(-1)
    const complete = before !== undefined && (ORGAN_END.test(before) || UNIT_END.test(before))
    const starts = BULLET.test(line) || /[；;。:：]$/u.test(before ?? '')
    if (before !== undefined && !starts && (!complete || ORGAN_REST.test(line)))
      units[units.length - 1] = before + line
    else units.push(line)
  }
  return units.join('\n')
}

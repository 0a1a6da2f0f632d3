import { readDeadline } from '../duty/deadline/deadline-text.ts'
import { headingKey, joinLabel } from './cell-text.ts'
import type { GridView } from './grid.ts'
import { splitLevels } from './level.ts'

/** What a column means. `tick` columns hold a mark for one option, which is the column's label. */
export type ColumnRole =
  | 'serial'
  | 'itemLevel1'
  | 'itemLevel2'
  | 'itemLevel3'
  | 'contentElements'
  | 'legalBasis'
  | 'deadlineText'
  | 'deadlineTick'
  | 'publishingUnit'
  | 'channels'
  | 'channelTick'
  | 'audience'
  | 'audienceAll'
  | 'audienceSpecific'
  | 'mode'
  | 'modeProactive'
  | 'modeOnRequest'
  | 'levels'
  | 'levelTick'
  | 'extra'

/** A column of the table with its meaning, the words of its heading, and those of the heading over its group. */
export type Column = {
  readonly index: number
  readonly role: ColumnRole
  readonly label: string
  readonly group: string
}

/** A heading of one to three rows, and the first row below it. */
export type Header = {
  readonly columns: readonly Column[]
  readonly firstRow: number
  /** Words of the heading, for the regime and the name. */
  readonly text: string
}

/** `unitInCharge` and `form` stand in for 公开主体 and 公开渠道 in tables that have no such column. */
type PlainRole = Exclude<ColumnRole, 'extra'> | 'item' | 'unitInCharge' | 'form'

/** Headings by meaning, compared without blanks and brackets; the standard wording first. */
const HEADINGS: readonly (readonly [PlainRole, RegExp])[] = [
  ['serial', /^(?:序号|编号|序|行号)$/],
  [
    'itemLevel1',
    /^(?:公开事项)?一级(?:公开)?(?:事项|目录|分类|类别)?$|^(?:公开|事项|信息)?(?:类别|类型|大类)$/,
  ],
  ['itemLevel2', /^(?:公开事项)?二级(?:公开)?(?:事项|目录|分类|类别)?$/],
  ['itemLevel3', /^(?:公开事项)?三级(?:公开)?(?:事项|目录|分类|类别)?$/],
  ['item', /^(?:公开|主要)?(?:事项|项目)(?:名称)?$|^(?:村务|居务|党务|政务|信息)公开(?:事项|项目)$/],
  [
    'contentElements',
    /^(?:公开)?(?:主要)?内容(?:及|和)?(?:要素|标准|要点)*$|^公开(?:要素|要点)$|^(?:村务|居务|党务|政务)公开内容$/,
  ],
  ['legalBasis', /^(?:公开|法律|政策|法律法规|法规|设定)?(?:政策)?依据$|^(?:文件|政策)依据$/],
  [
    'deadlineText',
    /^(?:公开)?(?:时限|期限|时间|频次|周期)(?:要求)?(?:单位)?(?:个?(?:工作日|自然日|小时|天|日)(?:数|内|以内)?)?$/,
  ],
  [
    'publishingUnit',
    /^(?:公开|责任|发布)(?:责任)?主体(?:责任主体|公开主体)?$|^(?:公开|发布)(?:单位|机构|部门)$/,
  ],
  ['unitInCharge', /^责任(?:单位|部门|人)$|^(?:承办|主办|经办)(?:单位|部门|机构)$/],
  ['form', /^公开(?:形式|地点|位置|场所)$/],
  ['channels', /^(?:公开|发布)?(?:渠道|载体|途径|平台)(?:[和及与、]?(?:渠道|载体|形式))?$/],
  ['audienceAll', /^(?:面向)?(?:全社会|社会公众|社会)$/],
  ['audienceSpecific', /^特定(?:群体|群众|人群|对象|范围)?$/],
  ['audience', /^(?:公开)?(?:对象|范围)$/],
  ['modeProactive', /^主动(?:公开)?$/],
  ['modeOnRequest', /^依申请(?:公开)?$/],
  ['mode', /^公开(?:方式|属性|类型)$/],
  ['levels', /^公开(?:层级|级别)$|^层级$/],
]

function meaning(label: string): PlainRole | null {
  const key = headingKey(label)
  // 公开主体(责任部门), 公开时限(工作日): what stands in brackets explains, unless it is the meaning itself (公开事项(一级)).
  const keys = [key, headingKey(label.replace(/[(（[【][^)）\]】]*[)）\]】]/gu, ''))]
  for (const one of keys) {
    const found = HEADINGS.find(([, pattern]) => pattern.test(one))
    if (found) return found[0]
  }
  return splitLevels(label).length > 0 && key.endsWith('级') && key.length <= 12 ? 'levelTick' : null
}

/** The headings over one column from top to bottom, without repeats; a blank above a sub-heading takes its left neighbour. */
function headingPath(view: GridView, top: number, height: number, column: number): readonly string[] {
  const path: string[] = []
  for (let row = top; row < top + height; row += 1) {
    let label = joinLabel(view.cell(row, column))
    const below = row + 1 < top + height ? joinLabel(view.cell(row + 1, column)) : ''
    // Without merges (CSV) the second column of 公开对象 has nothing above 特定群体.
    for (let left = column - 1; label === '' && below !== '' && left >= 0; left -= 1) {
      label = joinLabel(view.cell(row, left))
    }
    if (label !== '' && headingKey(path.at(-1) ?? '') !== headingKey(label)) path.push(label)
  }
  return path
}

/** 即时, 按月, 按季 under 公开时限: one column a deadline, ticked. */
function isDeadlineOption(label: string): boolean {
  return readDeadline(label).rule !== null && Array.from(label).length <= 20
}

function columnOf(index: number, path: readonly string[]): Column & { readonly plain: PlainRole | null } {
  const label = path.at(-1) ?? ''
  const over = path.length > 1 ? meaning(path[0] ?? '') : null
  const own = meaning(label)
  const group = path.slice(0, -1).join('/')
  const as = (plain: PlainRole | null) => ({ index, role: 'extra', label, group, plain }) as const
  if (over === 'deadlineText' && isDeadlineOption(label)) return as('deadlineTick')
  if (over === 'channels') return as('channelTick')
  if (over === 'levels' && own !== 'levelTick') return as('levelTick')
  if (over === 'audience' && own === null) return as('audienceSpecific')
  if (over === 'item' && own === null) return as('item')
  return own === null ? { ...as(null), label: path.join('/'), group: '' } : as(own)
}

/** Gives every column its one role: a second column of the same meaning, or one of no known meaning, is kept as extra. */
function assignRoles(
  candidates: readonly (Column & { readonly plain: PlainRole | null })[],
): readonly Column[] {
  const named = new Set(candidates.map(({ plain }) => plain))
  const free = (['itemLevel1', 'itemLevel2', 'itemLevel3'] as const).filter((level) => !named.has(level))
  const hasItem = named.has('item') || free.length < 3
  const standIn = (role: 'publishingUnit' | 'channels'): ColumnRole => (named.has(role) ? 'extra' : role)
  const taken = new Set<ColumnRole>()
  return candidates.map(({ index, label, group, plain }) => {
    let role: ColumnRole = 'extra'
    if (plain === 'item') role = free.shift() ?? 'extra'
    else if (plain === 'unitInCharge') role = standIn('publishingUnit')
    else if (plain === 'form') role = named.has('channelTick') ? 'extra' : standIn('channels')
    // Village tables often list 公开内容 alone: then the content is the item.
    else if (plain === 'contentElements' && !hasItem) role = 'itemLevel1'
    else if (plain !== null) role = plain
    const many = role.endsWith('Tick') || role === 'extra'
    if (!many && taken.has(role)) role = 'extra'
    taken.add(role)
    return { index, role, label, group }
  })
}

const CORE: ReadonlySet<PlainRole> = new Set([
  'contentElements',
  'legalBasis',
  'deadlineText',
  'publishingUnit',
  'unitInCharge',
  'channels',
  'form',
])
const ITEM: ReadonlySet<PlainRole> = new Set(['item', 'itemLevel1', 'itemLevel2', 'contentElements'])

function meaningsOfRow(view: GridView, row: number): readonly (PlainRole | null)[] {
  const labels = new Set<string>()
  for (let column = 0; column < view.width; column += 1) {
    const label = joinLabel(view.cell(row, column))
    if (label !== '') labels.add(label)
  }
  return [...labels].map(meaning)
}

function looksLikeHeading(view: GridView, row: number): boolean {
  const meanings = meaningsOfRow(view, row)
  const known = new Set(meanings.filter((role) => role !== null))
  // Half of the words must be headings: a data row may well mention 公开时限.
  return (
    known.size >= 3 &&
    known.size * 2 >= meanings.length &&
    [...known].some((role) => CORE.has(role)) &&
    [...known].some((role) => ITEM.has(role))
  )
}

/** Whether a row below a heading still belongs to it: nothing but sub-headings and repeats of what stands above. */
function continuesHeading(view: GridView, top: number, row: number): boolean {
  let subHeadings = 0
  let deadlines = 0
  for (let column = 0; column < view.width; column += 1) {
    const label = joinLabel(view.cell(row, column))
    if (label === '' || headingKey(label) === headingKey(view.cell(row - 1, column))) continue
    let over = ''
    for (let left = column; over === '' && left >= 0; left -= 1) over = joinLabel(view.cell(top, left))
    const underGroup = meaning(over) === 'channels' && Array.from(label).length <= 20 && !/[■√□]/u.test(label)
    const deadline = meaning(over) === 'deadlineText' && isDeadlineOption(label)
    if (deadline) deadlines += 1
    const other = deadlines > 1 && /^其[他它]$/u.test(label)
    if (meaning(label) === null && !underGroup && !deadline && !other) return false
    subHeadings += 1
  }
  // One deadline alone is that of an item, not a choice.
  return subHeadings > 0 && deadlines !== 1
}

/**
 * Understands the heading of a catalogue at a row by the meaning of its words, wherever the columns stand; null when
 * the row is no heading. One to three rows, merged or not.
 * @example readHeader(viewGrid(grid), 1)?.columns[0] // { index: 0, role: 'serial', label: '序号' }
 */
export function readHeader(view: GridView, top: number): Header | null {
  if (!looksLikeHeading(view, top)) return null
  let height = 1
  while (height < 3 && continuesHeading(view, top, top + height)) height += 1
  const candidates = []
  for (let index = 0; index < view.width; index += 1) {
    candidates.push(columnOf(index, headingPath(view, top, height, index)))
  }
  return {
    columns: assignRoles(candidates),
    firstRow: top + height,
    text: candidates.map(({ label }) => label).join(' '),
  }
}

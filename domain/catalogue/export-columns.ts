import type { CatalogueItem } from './catalogue-item.ts'
import type { LayoutColumn } from './catalogue-version.ts'
import { headingKey } from './cell-text.ts'
import { LEVELS } from './channel.ts'
import type { ColumnRole } from './header.ts'
import { splitLevels } from './level.ts'

const column = (role: ColumnRole, label: string, group = ''): LayoutColumn => ({ role, label, group })

type TextRole =
  | 'serial'
  | 'itemLevel1'
  | 'itemLevel2'
  | 'itemLevel3'
  | 'contentElements'
  | 'legalBasis'
  | 'deadlineText'
  | 'publishingUnit'

const TEXTS: readonly (LayoutColumn & { readonly role: TextRole })[] = [
  { role: 'serial', label: '序号', group: '' },
  { role: 'itemLevel1', label: '一级事项', group: '公开事项' },
  { role: 'itemLevel2', label: '二级事项', group: '公开事项' },
  { role: 'itemLevel3', label: '三级事项', group: '公开事项' },
  { role: 'contentElements', label: '公开内容（要素）', group: '' },
  { role: 'legalBasis', label: '公开依据', group: '' },
  { role: 'deadlineText', label: '公开时限', group: '' },
  { role: 'publishingUnit', label: '公开主体', group: '' },
]
const CHANNELS_COLUMN = column('channels', '公开渠道和载体')
const AUDIENCE = [
  column('audienceAll', '全社会', '公开对象'),
  column('audienceSpecific', '特定群体', '公开对象'),
]
const MODES = [column('modeProactive', '主动', '公开方式'), column('modeOnRequest', '依申请', '公开方式')]

function levelColumns(levels: readonly string[]): readonly LayoutColumn[] {
  return levels.map((level) => column('levelTick', level, '公开层级'))
}

function usedLevels(items: readonly CatalogueItem[]): readonly string[] {
  const used = new Set(items.flatMap(({ levels }) => levels))
  return [...LEVELS.filter((level) => used.has(level)), ...[...used].filter((one) => !isStandardLevel(one))]
}

function isStandardLevel(level: string): boolean {
  return LEVELS.some((one) => one === level)
}

/** The columns of the standard (domain book §3.1) as far as the rows fill them. */
function standardColumns(items: readonly CatalogueItem[]): readonly LayoutColumn[] {
  const always = new Set<TextRole>(['serial', 'itemLevel1', 'itemLevel2', 'contentElements'])
  return [
    ...TEXTS.filter(({ role }) => always.has(role) || role !== 'itemLevel3' || isFilled(items, role)),
    CHANNELS_COLUMN,
    ...AUDIENCE,
    ...MODES,
    ...levelColumns(usedLevels(items)),
  ]
}

function isFilled(items: readonly CatalogueItem[], role: TextRole): boolean {
  return items.some((item) => item[role] !== '')
}

/**
 * The levels a tick column stands for: one, or several where the county has joined them (乡、村级).
 * @example levelsOf({ role: 'levelTick', label: '乡、村级', group: '' }) // ['乡级', '村级']
 */
export function levelsOf({ label }: LayoutColumn): readonly string[] {
  const named = splitLevels(label)
  return named.length > 0 ? named : [label]
}

/**
 * Whether a channel is the one a tick column stands for; words may follow its name (公示栏 7天).
 * @example isChannelOf({ role: 'channelTick', label: '公示栏', group: '' }, '公示栏 7天') // true
 */
export function isChannelOf({ label }: LayoutColumn, channel: string): boolean {
  return channel === label || channel.startsWith(`${label} `)
}

/**
 * Which of the deadlines a table ticks stand in a row's text, in words beside the tick too; null when they do not say all
 * of it.
 * @example tickedDeadlines(columns, { deadlineText: '按月' }) // ['按月']
 */
export function tickedDeadlines(
  columns: readonly LayoutColumn[],
  { deadlineText }: Pick<CatalogueItem, 'deadlineText'>,
): readonly (readonly [label: string, beside: string])[] | null {
  const options = columns.filter(({ role }) => role === 'deadlineTick').map(({ label }) => label)
  const ticked: (readonly [string, string])[] = []
  for (const said of deadlineText.split('；').filter((text) => text !== '')) {
    const label = options.find(
      (option) => said === option || said.startsWith(`${option}(`) || said.startsWith(`${option}（`),
    )
    if (label === undefined) return null
    ticked.push([label, said.slice(label.length)])
  }
  return options.length > 0 && new Set(ticked.map(([label]) => label)).size === ticked.length ? ticked : null
}

/** Columns for what has been put into rows since, or never had a column: nothing may get lost on the way out. */
function missingColumns(
  columns: readonly LayoutColumn[],
  items: readonly CatalogueItem[],
): readonly LayoutColumn[] {
  const roles = new Set(columns.map(({ role }) => role))
  const ticks = columns.filter(({ role }) => role === 'channelTick')
  const levels = new Set(columns.filter(({ role }) => role === 'levelTick').flatMap(levelsOf))
  const untickable = items.some(({ channels }) =>
    channels.some((channel) => !ticks.some((tick) => isChannelOf(tick, channel))),
  )
  const unticked = items.some((item) => tickedDeadlines(columns, item) === null)
  const isMissing = ({ role }: LayoutColumn & { readonly role: TextRole }): boolean =>
    role !== 'serial' && !roles.has(role) && isFilled(items, role) && (role !== 'deadlineText' || unticked)
  const wanted = {
    audienceAll: items.some(({ audience }) => audience === 'ALL'),
    audienceSpecific: items.some(({ audience }) => audience === 'SPECIFIC_GROUP'),
    modeProactive: items.some(({ disclosureMode }) => disclosureMode === 'PROACTIVE'),
    modeOnRequest: items.some(({ disclosureMode }) => disclosureMode === 'ON_REQUEST'),
  }
  const ticked = (whole: ColumnRole, parts: readonly LayoutColumn[]): readonly LayoutColumn[] =>
    roles.has(whole)
      ? []
      : parts.filter(({ role }) => !roles.has(role) && wanted[role as keyof typeof wanted])
  return [
    ...TEXTS.filter(isMissing),
    ...(roles.has('channels') || !untickable ? [] : [{ ...CHANNELS_COLUMN, label: '公开渠道' }]),
    ...ticked('audience', AUDIENCE),
    ...ticked('mode', MODES),
    ...(roles.has('levels') ? [] : levelColumns(usedLevels(items).filter((level) => !levels.has(level)))),
  ]
}

/** A column together with the words of a row's own columns (`extra`) that stand in it. */
export type ExportColumn = LayoutColumn & { readonly extraKey: string | null }

/** Columns whose cells take words beside their marks. */
const TAKES_WORDS: ReadonlySet<ColumnRole> = new Set([
  'levelTick',
  'audienceAll',
  'modeProactive',
  'modeOnRequest',
  'mode',
  'levels',
])

/**
 * The columns a version is exported in: the county's own in their order, else those of the standard; then, at the end, what
 * the rows have beyond them.
 * @example exportColumns(version.columns, items).map(({ label }) => label) // ['序号', '一级事项', …]
 */
export function exportColumns(
  own: readonly LayoutColumn[],
  items: readonly CatalogueItem[],
): readonly ExportColumn[] {
  const laid = own.length > 0 ? own : standardColumns(items)
  const columns = [...laid, ...missingColumns(laid, items)]
  const taken = new Set<string>()
  const keyed = columns.map((one): ExportColumn => {
    if (one.role !== 'extra' && !TAKES_WORDS.has(one.role)) return { ...one, extraKey: null }
    let key = one.label
    for (let n = 2; taken.has(key); n += 1) key = `${one.label} ${n}`
    taken.add(key)
    return { ...one, extraKey: key }
  })
  const modes = new Set(
    keyed.filter(({ role }) => role.startsWith('mode')).map(({ group }) => headingKey(group)),
  )
  const left = new Set(items.flatMap(({ extra }) => Object.keys(extra)).filter((key) => !taken.has(key)))
  return [
    ...keyed,
    ...[...left]
      // 公开方式 ticked both ways is told by both ticks, not by a column of its own.
      .filter((key) => !modes.has(headingKey(key)))
      .map((label): ExportColumn => ({ ...column('extra', label), extraKey: label })),
  ]
}

import type { CatalogueItem } from './catalogue-item.ts'
import { headingKey } from './cell-text.ts'
import { CHANNELS } from './channel.ts'
import { type ExportColumn, isChannelOf, levelsOf, tickedDeadlines } from './export-columns.ts'

/** Boxes of the standard form; the land field's own stands only where it is used. */
const BOXES = CHANNELS.filter((channel) => channel !== '征地信息公开平台')
/** A table counts as one with boxes when this share of its channels are in the standard's wording. */
const MOSTLY = 0.8

/** What cells depend on beyond their row. */
export type ExportStyle = {
  readonly columns: readonly ExportColumn[]
  /** Options of the channel boxes in their order; null where the table names channels in words. */
  readonly boxes: readonly string[] | null
}

function plainChannels(columns: readonly ExportColumn[], { channels }: CatalogueItem): readonly string[] {
  const ticks = columns.filter(({ role }) => role === 'channelTick')
  return channels.filter((channel) => !ticks.some((tick) => isChannelOf(tick, channel)))
}

/**
 * Finds how a table writes its channels: with the standard's boxes when most of them are in its wording, else in words.
 * @example exportStyle(columns, items).boxes?.[0] // '政府网站'
 */
export function exportStyle(columns: readonly ExportColumn[], items: readonly CatalogueItem[]): ExportStyle {
  const used = items.flatMap((item) => plainChannels(columns, item))
  const wording = new Map(used.map((channel) => [headingKey(channel), channel]))
  const standard = new Set(BOXES.map(headingKey))
  const known = used.filter((channel) => standard.has(headingKey(channel))).length
  if (used.length === 0 || known < used.length * MOSTLY) return { columns, boxes: null }
  const others = [...wording].filter(([key]) => !standard.has(key)).map(([, channel]) => channel)
  return { columns, boxes: [...BOXES.map((box) => wording.get(headingKey(box)) ?? box), ...others] }
}

function channelCell(style: ExportStyle, item: CatalogueItem): string {
  const channels = plainChannels(style.columns, item)
  if (style.boxes) {
    const options = [...style.boxes, ...channels.filter((channel) => !style.boxes?.includes(channel))]
    return options.map((option) => `${channels.includes(option) ? '■' : '□'}${option}`).join(' ')
  }
  // Words that hold a separator themselves would come apart when they are read again.
  const plain = channels.every((channel) => !/[、,，;；\s]/u.test(channel))
  return plain ? channels.join('、') : channels.map((channel) => `■${channel}`).join(' ')
}

function noteParts(item: CatalogueItem): readonly string[] {
  return item.audienceNote.split('；').filter((part) => part !== '')
}

function audienceCell(item: CatalogueItem): string {
  const parts = noteParts(item)
  const everyone = parts.some((part) => /社会|公众/u.test(part))
  if (item.audience === 'UNSTATED') return item.audienceNote
  const group = item.audience === 'ALL' ? '全社会' : '特定群体'
  const options =
    item.audience === 'ALL' && !everyone ? [group, ...parts] : parts.length > 0 ? parts : [group]
  return options.length === 1 ? (options[0] ?? '') : options.map((option) => `■${option}`).join(' ')
}

function audienceTick(column: ExportColumn, columns: readonly ExportColumn[], item: CatalogueItem): string {
  const specific = columns.find(({ role }) => role === 'audienceSpecific')
  // Beside the whole society, a ticked group is told in the note by its heading.
  const rest = noteParts(item).filter((part) => item.audience !== 'ALL' || part !== specific?.label)
  if (column.role === 'audienceAll') return item.audience === 'ALL' ? `√${rest.join('；')}` : ''
  if (item.audience === 'ALL') return rest.length < noteParts(item).length ? '√' : ''
  return item.audience === 'SPECIFIC_GROUP' ? `√${item.audienceNote}` : ''
}

function isTickedBothWays(columns: readonly ExportColumn[], item: CatalogueItem): boolean {
  const heads = new Set(
    columns.filter(({ role }) => role.startsWith('mode')).flatMap(({ group, label }) => [group, label]),
  )
  return ['公开方式', ...heads].some((head) => /主动.*依申请/u.test(item.extra[head] ?? ''))
}

function modeTick(column: ExportColumn, columns: readonly ExportColumn[], item: CatalogueItem): string {
  const own = column.role === 'modeProactive' ? 'PROACTIVE' : 'ON_REQUEST'
  if (isTickedBothWays(columns, item)) return '√'
  return item.disclosureMode === own ? '√' : ''
}

/** A column that stands for two levels says which one in words when it is not both. */
function levelTick(column: ExportColumn, item: CatalogueItem): string {
  const levels = levelsOf(column)
  const ticked = levels.filter((level) => item.levels.includes(level))
  return ticked.length === levels.length ? '√' : ticked.join('、')
}

const MODE = { PROACTIVE: '主动', ON_REQUEST: '依申请', UNSTATED: '' } as const

/** Words of the row's own that stand in this cell beside the mark; where both modes are ticked they only say so. */
function words(column: ExportColumn, { columns }: ExportStyle, item: CatalogueItem): string {
  const text = column.extraKey === null ? '' : (item.extra[column.extraKey] ?? '')
  return column.role.startsWith('mode') && isTickedBothWays(columns, item) && column.role !== 'mode'
    ? ''
    : text
}

/**
 * The text of one cell as a county would write it: √ in tick columns, ■ and □ before channels, words elsewhere. What is
 * read from it again says the same.
 * @example exportCell(column, style, item) // '√'
 */
export function exportCell(column: ExportColumn, style: ExportStyle, item: CatalogueItem): string {
  const beside = words(column, style, item)
  switch (column.role) {
    case 'extra':
      return beside
    case 'serial':
      return item.serial === '' ? String(item.position + 1) : item.serial
    case 'channels':
      return channelCell(style, item)
    case 'channelTick': {
      const channel = item.channels.find((one) => isChannelOf(column, one))
      return channel === undefined ? '' : `√${channel.slice(column.label.length).trim()}`
    }
    case 'deadlineTick': {
      const ticked = tickedDeadlines(style.columns, item)?.find(([label]) => label === column.label)
      return ticked ? `√${ticked[1]}` : ''
    }
    case 'deadlineText':
      return tickedDeadlines(style.columns, item) ? '' : item.deadlineText
    case 'audience':
      return audienceCell(item)
    case 'audienceAll':
    case 'audienceSpecific':
      return `${audienceTick(column, style.columns, item)}${beside}`
    case 'mode':
      return beside === '' ? MODE[item.disclosureMode] : beside
    case 'modeProactive':
    case 'modeOnRequest':
      return `${modeTick(column, style.columns, item)}${beside}`
    case 'levels':
      return beside === '' ? item.levels.join('、') : beside
    case 'levelTick':
      return `${levelTick(column, item)}${beside}`
    default:
      return item[column.role]
  }
}

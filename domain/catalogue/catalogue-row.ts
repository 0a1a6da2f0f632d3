import type { CatalogueRow } from './catalogue-item.ts'
import { joinLabel, mendText, mendUnits } from './cell-text.ts'
import { disclosureScopeOf } from './disclosure-scope.ts'
import type { GridView } from './grid.ts'
import type { Column, ColumnRole, Header } from './header.ts'
import { columnLetters } from './layout.ts'
import { splitLevels } from './level.ts'
import { readBoxes, readTick, readWords } from './tick.ts'

/**
 * A row as read, with remarks on cells that could not be understood; those keep their words in `extra`. Its deadline is
 * not read yet, since the cell may stand for the one above.
 */
export type RowReading = {
  readonly row: CatalogueRow
  readonly unreadable: readonly string[]
}

class RowReader {
  readonly extra: Record<string, string> = {}
  readonly unreadable: string[] = []
  private readonly view: GridView
  private readonly header: Header
  private readonly row: number

  constructor(view: GridView, header: Header, row: number) {
    this.view = view
    this.header = header
    this.row = row
  }

  columns(role: ColumnRole): readonly Column[] {
    return this.header.columns.filter((column) => column.role === role)
  }

  text(role: ColumnRole): string {
    const column = this.columns(role)[0]
    return column ? this.view.own(this.row, column.index) : ''
  }

  keep(label: string, text: string): void {
    let key = label
    for (let n = 2; key in this.extra; n += 1) key = `${label} ${n}`
    this.extra[key] = text
  }

  /** Words no rule understands stay with the row under their heading, and the person is told. */
  puzzle(label: string, text: string): void {
    this.keep(label, mendText(text))
    this.unreadable.push(`${label}: ${mendText(text)}`)
  }

  /** The options ticked in tick columns; a block across two of them ticks both. */
  ticks(
    role: ColumnRole,
    understands: (text: string, label: string) => boolean,
  ): readonly (readonly [string, string])[] {
    const found: (readonly [string, string])[] = []
    for (const { index, label } of this.columns(role)) {
      const cell = this.view.cell(this.row, index)
      const tick = readTick(cell)
      if (tick?.ticked) found.push([label, tick.text])
      else if (!tick && understands(joinLabel(cell), label)) found.push([label, joinLabel(cell)])
      else if (!tick) this.puzzle(label, cell)
    }
    return found
  }

  levels(): readonly string[] {
    const ticked = this.ticks('levelTick', (text) => splitLevels(text).length > 0).flatMap(
      ([label, text]) => {
        const said = splitLevels(text)
        if (said.length > 0) return said
        if (text !== '') this.puzzle(label, text)
        const named = splitLevels(label)
        return named.length > 0 ? named : [label]
      },
    )
    return [...new Set([...ticked, ...this.plainLevels()])]
  }

  private plainLevels(): readonly string[] {
    const cell = this.text('levels')
    if (cell === '') return []
    const said = readBoxes(cell) ?? [cell]
    const levels = said.map(splitLevels)
    if (levels.every((level) => level.length > 0)) return levels.flat()
    this.puzzle(this.columns('levels')[0]?.label ?? '', cell)
    return []
  }

  channels(): readonly string[] {
    const cell = this.text('channels')
    const ticked = this.ticks('channelTick', () => false).map(([label, text]) =>
      text === '' ? label : `${label} ${text}`,
    )
    return [...(readBoxes(cell) ?? readWords(cell)), ...ticked]
  }

  /** 公开时限 in words, and the deadlines ticked by their headings; words beside a tick go with it. */
  deadlineText(): string {
    const ticked = this.ticks('deadlineTick', () => false).map(([label, text]) => `${label}${text}`)
    return [joinLabel(this.text('deadlineText')), ...ticked].filter((text) => text !== '').join('；')
  }

  audience(): Pick<CatalogueRow, 'audience' | 'audienceNote'> {
    const all = this.ticks('audienceAll', (text) => /社会|公众/u.test(text))
    const some = this.ticks('audienceSpecific', () => true)
    const cell = this.text('audience')
    const said = cell === '' ? [] : (readBoxes(cell) ?? [joinLabel(cell)])
    const everyone = all.length > 0 || said.some((text) => /社会|公众/u.test(text))
    // Beside the whole society, a ticked specific group is told in the note; alone its mark says all.
    const groups = some.map(([label, text]) => (text !== '' ? text : everyone ? label : ''))
    const words = said.filter((text) => !/^(?:面向)?(?:全社会|社会公众|社会|特定群体|特定群众)$/u.test(text))
    const specific = some.length > 0 || (said.length > 0 && !everyone)
    return {
      audience: everyone ? 'ALL' : specific ? 'SPECIFIC_GROUP' : 'UNSTATED',
      audienceNote: [...all.map(([, text]) => text), ...groups, ...words]
        .filter((text) => text !== '')
        .join('；'),
    }
  }

  disclosureMode(): CatalogueRow['disclosureMode'] {
    const proactive = this.ticks('modeProactive', (text) => text.startsWith('主动'))
    const request = this.ticks('modeOnRequest', (text) => text.startsWith('依申请'))
    for (const [label, text] of [...proactive, ...request]) if (text !== '') this.keep(label, text)
    const cell = this.text('mode')
    const said = cell === '' ? [] : (readBoxes(cell) ?? [joinLabel(cell)])
    const isProactive = proactive.length > 0 || said.some((text) => /主动/u.test(text))
    const isOnRequest = request.length > 0 || said.some((text) => /依申请/u.test(text))
    if (isProactive && isOnRequest) {
      const both = [...proactive, ...request].map(([label]) => label).join('、') || said.join('、')
      this.puzzle(this.columns('mode')[0]?.label ?? '公开方式', both)
    } else if (said.length > 0 && !isProactive && !isOnRequest)
      this.puzzle(this.columns('mode')[0]?.label ?? '', cell)
    return isProactive ? 'PROACTIVE' : isOnRequest ? 'ON_REQUEST' : 'UNSTATED'
  }

  keepExtras(): void {
    for (const { index, label } of this.columns('extra')) {
      const text = mendText(this.view.own(this.row, index))
      if (text !== '') this.keep(label === '' ? columnLetters(index) : label, text)
    }
  }
}

/**
 * Reads one data row by the meaning of its columns. A row ticked both 主动 and 依申请 counts as proactive, and the
 * doubt is remarked; words in a tick column that are no mark are kept in `extra` and remarked.
 * @example readRow(viewGrid(grid), header, '表1', 4).row.itemLevel1 // '政策文件'
 */
export function readRow(view: GridView, header: Header, sheet: string, row: number): RowReading {
  const reader = new RowReader(view, header, row)
  const label = (role: ColumnRole): string => joinLabel(reader.text(role))
  const text = (role: ColumnRole): string => mendText(reader.text(role))
  const audience = reader.audience()
  const disclosureMode = reader.disclosureMode()
  const levels = reader.levels()
  const channels = reader.channels()
  const deadlineText = reader.deadlineText()
  reader.keepExtras()
  return {
    row: {
      serial: label('serial'),
      itemLevel1: label('itemLevel1'),
      itemLevel2: label('itemLevel2'),
      itemLevel3: label('itemLevel3'),
      contentElements: text('contentElements'),
      legalBasis: text('legalBasis'),
      deadlineText,
      deadlineRule: null,
      deadlineRuleSet: false,
      displayPeriod: null,
      publishingUnit: mendUnits(reader.text('publishingUnit')),
      channels,
      ...audience,
      disclosureScope: disclosureScopeOf({ ...audience, channels, disclosureMode }),
      disclosureMode,
      levels,
      extra: reader.extra,
      sourceSheet: sheet,
      sourceRow: row + 1,
    },
    unreadable: reader.unreadable,
  }
}

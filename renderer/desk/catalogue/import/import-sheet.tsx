import { Button, Input, Radio } from 'antd'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CatalogueRow } from '../../../../domain/catalogue/catalogue-item.ts'
import type { CatalogueSummary } from '../../../../server/catalogue/views.ts'
import { EmptyState } from '../../../shared/desk/empty-state.tsx'
import { useImportColumns } from './import-columns.tsx'
import { AcrossLine } from './import-line.tsx'
import {
  filtered,
  importCounts,
  type ImportFilter,
  importLines,
  type ImportLine,
  type PreviewSheet,
  type SheetChoice,
  withEdit,
  withOut,
} from './import-state.ts'
import { ImportTarget } from './import-target.tsx'
import type { RuleValue } from '../rule/rule-draft.ts'
import { RuleDrawer } from '../rule/rule-drawer.tsx'
import { type GridHandle, VirtualGrid } from '../grid/virtual-grid.tsx'

const FILTERS: readonly ImportFilter[] = ['ALL', 'DOUBTS', 'CHANGES', 'EDITED', 'OUT']

const lineKey = (line: ImportLine) =>
  line.kind === 'ROW' ? `row-${line.index}` : line.kind === 'NOTE' ? line.key : `gone-${line.item.id}`
const lineHeight = (line: ImportLine) => (line.kind === 'ROW' ? 78 : 36)

type Props = {
  readonly sheet: PreviewSheet
  readonly choice: SheetChoice
  readonly catalogues: readonly CatalogueSummary[]
  readonly change: (next: (choice: SheetChoice) => SheetChoice) => void
}

/** One sheet of a file before it is taken: where it goes, and every row with what was understood of it. */
export function ImportSheet({ sheet, choice, catalogues, change }: Props) {
  const { t } = useTranslation('catalogue')
  const [filter, setFilter] = useState<ImportFilter>('ALL')
  const [words, setWords] = useState('')
  const [ruleOf, setRuleOf] = useState<number | null>(null)
  const grid = useRef<GridHandle>(null)
  const lines = useMemo(() => importLines(sheet, choice), [sheet, choice])
  const counts = useMemo(() => importCounts(lines, choice), [lines, choice])
  const shown = useMemo(
    () => filtered(lines, filter, choice).filter((line) => hasWords(line, words)),
    [lines, filter, choice, words],
  )
  const act = useMemo(
    () => ({
      edit: (index: number, cells: Partial<CatalogueRow>) =>
        change((before) => withEdit(before, sheet, index, cells)),
      leaveOut: (index: number) => change((before) => withOut(before, index)),
    }),
    [change, sheet],
  )
  const columns = useImportColumns(lines, act)
  const open = useCallback(
    (line: ImportLine, column: { readonly key: string }) => {
      if (line.kind !== 'ROW') return
      if (column.key === 'take') act.leaveOut(line.index)
      else setRuleOf(line.index)
    },
    [act],
  )
  const rule = lines.find((line) => line.kind === 'ROW' && line.index === ruleOf)
  const alike =
    rule?.kind !== 'ROW' || rule.row.deadlineText.trim() === ''
      ? []
      : lines.filter((line) => line.kind === 'ROW' && line !== rule && sameText(line.row, rule.row))
  const takeRule = (value: RuleValue, forAlike: boolean) => {
    const cells = { deadlineRule: value.rule, displayPeriod: value.displayPeriod, deadlineRuleSet: true }
    for (const line of forAlike ? [rule, ...alike] : [rule])
      if (line?.kind === 'ROW') act.edit(line.index, cells)
    closeRule()
  }
  const closeRule = () => {
    const line = shown.findIndex((one) => one.kind === 'ROW' && one.index === ruleOf)
    setRuleOf(null)
    if (line >= 0) grid.current?.show(line)
  }
  if (sheet.rows.length === 0) return <EmptyState title={t('import.noRows')} />
  return (
    <>
      <ImportTarget sheet={sheet} choice={choice} catalogues={catalogues} change={change} />
      <div className="import-bar">
        <Radio.Group
          optionType="button"
          aria-label={t('import.filter')}
          value={filter}
          onChange={(event) => setFilter(event.target.value as ImportFilter)}
          options={FILTERS.filter((one) => one === 'ALL' || one === filter || counts[one] > 0).map(
            (value) => ({
              value,
              label: t(`import.filterKind.${value}`, { count: counts[value] }),
            }),
          )}
        />
        <Input
          allowClear
          className="catalogue-filter"
          aria-label={t('import.search')}
          placeholder={t('import.search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <span className="hint">{t('import.keys')}</span>
      </div>
      {shown.length === 0 ? (
        <EmptyState title={t('import.nothingHere')}>
          <Button
            onClick={() => {
              setFilter('ALL')
              setWords('')
            }}
          >
            {t('import.showAll')}
          </Button>
        </EmptyState>
      ) : (
        <VirtualGrid
          key={filter}
          handle={grid}
          label={t('import.table', { sheet: choice.name })}
          role="grid"
          lines={shown}
          columns={columns}
          lineKey={lineKey}
          height={lineHeight}
          lineClass={lineClass}
          across={(line) => (line.kind === 'ROW' ? null : <AcrossLine line={line} />)}
          open={open}
          press={(key, line) => {
            if ((key !== ' ' && key !== 'Delete') || line.kind !== 'ROW') return false
            act.leaveOut(line.index)
            return true
          }}
        />
      )}
      {rule?.kind === 'ROW' && (
        <RuleDrawer key={rule.index} row={rule.row} alike={alike.length} take={takeRule} close={closeRule} />
      )}
    </>
  )
}

function sameText(row: CatalogueRow, other: CatalogueRow): boolean {
  return row.deadlineText.replace(/\s/gu, '') === other.deadlineText.replace(/\s/gu, '')
}

function hasWords(line: ImportLine, words: string): boolean {
  if (words.trim() === '') return true
  const text =
    line.kind === 'NOTE' ? line.note.text : JSON.stringify(line.kind === 'ROW' ? line.row : line.item)
  return words
    .trim()
    .split(/\s+/u)
    .every((word) => text.includes(word))
}

function lineClass(line: ImportLine): string {
  if (line.kind === 'NOTE') return line.note.code === 'ROW_SKIPPED' ? 'note-line' : ''
  if (line.kind === 'GONE') return 'gone-line'
  if (line.out) return 'out-line'
  return line.doubts.length > 0 ? 'doubt-line' : ''
}

import { Checkbox } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CatalogueRow } from '../../../../domain/catalogue/catalogue-item.ts'
import { ChoiceCellEditor, listOf, TextCellEditor } from '../grid/cell-editors.tsx'
import { DeadlineCell } from '../rule/deadline-cell.tsx'
import type { GridColumn } from '../grid/grid-column.ts'
import type { ImportLine } from './import-state.ts'
import { RowMarks } from './row-marks.tsx'
import { AudienceCell, Clamped } from '../grid/row-cells.tsx'

type TextField =
  'itemLevel1' | 'itemLevel2' | 'itemLevel3' | 'contentElements' | 'legalBasis' | 'publishingUnit'
type ListField = 'channels' | 'levels'
const WIDTHS: Readonly<Record<TextField | ListField, number>> = {
  itemLevel1: 140,
  itemLevel2: 150,
  itemLevel3: 150,
  contentElements: 240,
  legalBasis: 200,
  publishingUnit: 120,
  channels: 160,
  levels: 90,
}

const MODES = ['PROACTIVE', 'ON_REQUEST', 'UNSTATED'] as const
const AUDIENCE_CHOICES = ['ALL', 'SPECIFIC_GROUP', 'UNSTATED'] as const

type Act = {
  readonly edit: (index: number, change: Partial<CatalogueRow>) => void
  readonly leaveOut: (index: number) => void
}

type Row = Extract<ImportLine, { kind: 'ROW' }>
const ofRow = <T,>(line: ImportLine, show: (row: Row) => T): T | null =>
  line.kind === 'ROW' ? show(line) : null

/** The columns of the preview; cells are changed in place, the deadline in its own drawer. */
export function useImportColumns(lines: readonly ImportLine[], act: Act): readonly GridColumn<ImportLine>[] {
  const { t } = useTranslation(['catalogue', 'desk'])
  return useMemo(() => {
    const rows = lines.filter((line) => line.kind === 'ROW')
    const extras = [...new Set(rows.flatMap((line) => Object.keys(line.row.extra)))]
    const filled = (field: TextField) => rows.some((line) => line.row[field] !== '')
    const two = filled('itemLevel2')
    const comma = t('desk:common.listComma')
    const text = (field: TextField): GridColumn<ImportLine> => ({
      key: field,
      heading: t(`desk:catalogue.column.${field}`),
      // A column that nobody filled in must not take a screen's width.
      width: filled(field) ? WIDTHS[field] : 110,
      cell: (line) => ofRow(line, ({ row }) => <Clamped text={row[field]} />),
      edit: (line, done) =>
        ofRow(line, ({ row, index }) => (
          <TextCellEditor
            label={t(`desk:catalogue.column.${field}`)}
            value={row[field]}
            take={(value) => act.edit(index, { [field]: value.trim() })}
            done={done}
          />
        )),
    })
    const list = (field: ListField): GridColumn<ImportLine> => ({
      key: field,
      heading: t(`desk:catalogue.column.${field}`),
      width: WIDTHS[field],
      cell: (line) => ofRow(line, ({ row }) => <Clamped text={row[field].join(comma)} />),
      edit: (line, done) =>
        ofRow(line, ({ row, index }) => (
          <TextCellEditor
            label={t(`desk:catalogue.column.${field}`)}
            value={row[field].join(comma)}
            take={(value) => act.edit(index, { [field]: listOf(value) })}
            done={done}
          />
        )),
    })
    const columns: readonly GridColumn<ImportLine>[] = [
      {
        key: 'take',
        heading: t('catalogue:import.takeRow'),
        width: 48,
        stick: 'left',
        cell: (line) =>
          ofRow(line, ({ index, out, read }) => (
            <Checkbox
              checked={!out}
              tabIndex={-1}
              data-in-cell=""
              aria-label={t('catalogue:import.takeRowOf', { row: read.sourceRow })}
              onChange={() => act.leaveOut(index)}
            />
          )),
      },
      {
        key: 'row',
        heading: t('catalogue:import.row'),
        width: 108,
        stick: 'left',
        rowHeader: true,
        cell: (line) => ofRow(line, (row) => <RowMarks line={row} />),
      },
      { ...text('itemLevel1'), stick: 'left' as const, ...(two ? {} : { width: 240 }) },
      ...(two ? [{ ...text('itemLevel2'), stick: 'left' as const }] : []),
      ...(filled('itemLevel3') ? [text('itemLevel3')] : []),
      {
        key: 'deadline',
        heading: t('desk:catalogue.column.deadlineText'),
        width: 230,
        cell: (line) => ofRow(line, ({ row }) => <DeadlineCell row={row} />),
      },
      text('contentElements'),
      text('publishingUnit'),
      list('channels'),
      {
        key: 'audience',
        heading: t('desk:catalogue.column.audience'),
        width: 130,
        cell: (line) => ofRow(line, ({ row }) => <AudienceCell row={row} />),
        edit: (line, done) =>
          ofRow(line, ({ row, index }) => (
            <ChoiceCellEditor
              label={t('desk:catalogue.column.audience')}
              value={row.audience}
              options={AUDIENCE_CHOICES.map((value) => ({
                value,
                label: t(`desk:catalogue.audience.${value}`),
              }))}
              take={(audience) => act.edit(index, { audience })}
              done={done}
            />
          )),
      },
      {
        key: 'mode',
        heading: t('desk:catalogue.column.disclosureMode'),
        width: 90,
        cell: (line) =>
          ofRow(line, ({ row }) =>
            row.disclosureMode === 'UNSTATED' ? '' : t(`desk:catalogue.mode.${row.disclosureMode}`),
          ),
        edit: (line, done) =>
          ofRow(line, ({ row, index }) => (
            <ChoiceCellEditor
              label={t('desk:catalogue.column.disclosureMode')}
              value={row.disclosureMode}
              options={MODES.map((value) => ({ value, label: t(`desk:catalogue.mode.${value}`) }))}
              take={(disclosureMode) => act.edit(index, { disclosureMode })}
              done={done}
            />
          )),
      },
      list('levels'),
      text('legalBasis'),
      ...extras.map((name): GridColumn<ImportLine> => ({
        key: `extra ${name}`,
        heading: name,
        width: 130,
        cell: (line) => ofRow(line, ({ row }) => <Clamped text={row.extra[name] ?? ''} />),
        edit: (line, done) =>
          ofRow(line, ({ row, index }) => (
            <TextCellEditor
              label={name}
              value={row.extra[name] ?? ''}
              take={(value) => act.edit(index, { extra: { ...row.extra, [name]: value.trim() } })}
              done={done}
            />
          )),
      })),
    ]
    return columns
  }, [lines, act, t])
}

import { Button } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CatalogueItem } from '../../../domain/catalogue/catalogue-item.ts'
import type { TreeLine } from './catalogue-tree.ts'
import { DeadlineCell } from './rule/deadline-cell.tsx'
import type { GridColumn } from './grid/grid-column.ts'
import { AudienceCell, Clamped, ScopeTag } from './grid/row-cells.tsx'

type TextField = 'contentElements' | 'legalBasis' | 'publishingUnit'
type Given = {
  readonly items: readonly CatalogueItem[]
  /** How many units an item does not apply in. */
  readonly without: ReadonlyMap<string, number>
  readonly mayEdit: boolean
  /** Begins a notice; null for those who do not write. */
  readonly start: ((id: string) => void) | null
  readonly open: (id: string) => void
}

const ofItem = <T,>(line: TreeLine, show: (item: CatalogueItem, label: string) => T): T | null =>
  line.kind === 'ITEM' ? show(line.item, line.label) : null

/** Every column of the file, with what was understood of the deadline beside the original words. */
export function useCatalogueColumns({
  items,
  without,
  mayEdit,
  start,
  open,
}: Given): readonly GridColumn<TreeLine>[] {
  const { t } = useTranslation(['catalogue', 'desk'])
  return useMemo(() => {
    const comma = t('desk:common.listComma')
    const extras = [...new Set(items.flatMap((item) => Object.keys(item.extra)))]
    const text = (field: TextField, wide: number): GridColumn<TreeLine> => ({
      key: field,
      heading: t(`desk:catalogue.column.${field}`),
      // A column that nobody filled in must not take a screen's width.
      width: items.some((item) => item[field] !== '') ? wide : 110,
      cell: (line) => ofItem(line, (item) => <Clamped text={item[field]} />),
    })
    return [
      {
        key: 'serial',
        heading: t('desk:catalogue.column.serial'),
        width: 60,
        stick: 'left',
        cell: (line) => ofItem(line, (item) => <span className="soft">{item.serial}</span>),
      },
      {
        key: 'item',
        heading: t('desk:catalogue.column.item'),
        width: 250,
        stick: 'left',
        rowHeader: true,
        cell: (line) =>
          ofItem(line, (item, label) => (
            <div className="matter" data-depth={line.depth}>
              <b title={label}>{label}</b>
              {item.disclosureScope === 'NAMED_PERSONS' && <ScopeTag scope="NAMED_PERSONS" />}
              {(without.get(item.id) ?? 0) > 0 && (
                <span className="pill">
                  {t('catalogue:page.without', { count: without.get(item.id) ?? 0 })}
                </span>
              )}
            </div>
          )),
      },
      {
        key: 'deadline',
        heading: t('desk:catalogue.column.deadlineText'),
        width: 264,
        cell: (line) => ofItem(line, (item) => <DeadlineCell row={item} />),
      },
      text('contentElements', 260),
      text('publishingUnit', 130),
      {
        key: 'channels',
        heading: t('desk:catalogue.column.channels'),
        width: 170,
        cell: (line) => ofItem(line, (item) => <Clamped text={item.channels.join(comma)} />),
      },
      {
        key: 'audience',
        heading: t('desk:catalogue.column.audience'),
        width: 140,
        cell: (line) => ofItem(line, (item) => <AudienceCell row={item} />),
      },
      {
        key: 'mode',
        heading: t('desk:catalogue.column.disclosureMode'),
        width: 90,
        cell: (line) =>
          ofItem(line, (item) =>
            item.disclosureMode === 'UNSTATED' ? '' : t(`desk:catalogue.mode.${item.disclosureMode}`),
          ),
      },
      {
        key: 'levels',
        heading: t('desk:catalogue.column.levels'),
        width: 100,
        cell: (line) => ofItem(line, (item) => <Clamped text={item.levels.join(comma)} />),
      },
      text('legalBasis', 240),
      ...extras.map((name): GridColumn<TreeLine> => ({
        key: `extra ${name}`,
        heading: name,
        width: 140,
        cell: (line) => ofItem(line, (item) => <Clamped text={item.extra[name] ?? ''} />),
      })),
      ...(start === null
        ? []
        : [
            {
              key: 'start',
              heading: t('desk:catalogue.start'),
              hideHeading: true,
              width: 64,
              stick: 'right' as const,
              cell: (line: TreeLine) =>
                ofItem(line, (item, label) => (
                  <Button
                    size="small"
                    color="primary"
                    variant="outlined"
                    tabIndex={-1}
                    data-in-cell=""
                    disabled={item.disclosureScope === 'NAMED_PERSONS'}
                    aria-label={t('desk:catalogue.startFor', { item: label })}
                    onClick={() => start(item.id)}
                  >
                    {t('desk:catalogue.start')}
                  </Button>
                )),
            },
          ]),
      {
        key: 'open',
        heading: t('desk:catalogue.actions'),
        hideHeading: true,
        width: 60,
        stick: 'right',
        cell: (line) =>
          ofItem(line, (item, label) => (
            <Button
              size="small"
              type="link"
              tabIndex={-1}
              data-in-cell=""
              aria-label={t(mayEdit ? 'desk:catalogue.editOf' : 'desk:catalogue.viewOf', { item: label })}
              onClick={() => open(item.id)}
            >
              {t(mayEdit ? 'desk:catalogue.edit' : 'desk:catalogue.view')}
            </Button>
          )),
      },
    ]
  }, [items, without, mayEdit, start, open, t])
}

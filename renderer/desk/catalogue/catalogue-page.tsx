import { useQuery } from '@tanstack/react-query'
import { Button, Input, Radio } from 'antd'
import { type KeyboardEvent, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CatalogueItem } from '../../../domain/catalogue/catalogue-item.ts'
import type { CatalogueDetail } from '../../../server/catalogue/views.ts'
import { getCatalogue } from '../api/catalogue-api.ts'
import { href } from '../../shared/desk/route.ts'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { CatalogueHead } from './catalogue-head.tsx'
import { versionKey } from './catalogue-keys.ts'
import { CatalogueTable } from './catalogue-table.tsx'
import { matchesFilter } from './catalogue-tree.ts'
import { ItemDrawer } from './item/item-drawer.tsx'
import type { GridHandle } from './grid/virtual-grid.tsx'

type Only = 'ALL' | 'UNSET' | 'NAMED'
/** Stands for an item that is being added; ids are never so short. */
const NEW = 'NEW'
const ONLY: readonly Only[] = ['ALL', 'UNSET', 'NAMED']

function belongs(item: CatalogueItem, only: Only): boolean {
  if (only === 'UNSET') return item.deadlineRule === null
  return only === 'ALL' || item.disclosureScope === 'NAMED_PERSONS'
}

function Items({ detail }: { readonly detail: CatalogueDetail }) {
  const { t } = useTranslation(['catalogue', 'desk'])
  const { items, shown, unitItems } = detail
  const [words, setWords] = useState('')
  const [only, setOnly] = useState<Only>('ALL')
  const [open, setOpen] = useState<string | null>(null)
  const filterField = useRef<HTMLDivElement>(null)
  const grid = useRef<GridHandle>(null)
  const filter = useDeferredValue(words)
  const counts = { ALL: items.length, UNSET: 0, NAMED: 0 }
  for (const item of items) {
    if (belongs(item, 'UNSET')) counts.UNSET += 1
    if (belongs(item, 'NAMED')) counts.NAMED += 1
  }
  const offered = ONLY.filter((one) => one === 'ALL' || one === only || counts[one] > 0)
  const list = useMemo(
    () =>
      only === 'ALL' && filter.trim() === ''
        ? items
        : items.filter((item) => belongs(item, only) && matchesFilter(item, filter)),
    [items, only, filter],
  )
  const without = useMemo(() => {
    const counted = new Map<string, number>()
    for (const { itemId, applies } of unitItems)
      if (!applies) counted.set(itemId, (counted.get(itemId) ?? 0) + 1)
    return counted
  }, [unitItems])
  const openItem = useCallback((id: string) => setOpen(id), [])
  const find = useCallback(() => filterField.current?.querySelector('input')?.focus(), [])
  const clear = () => {
    setWords('')
    setOnly('ALL')
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && event.key !== 'ArrowDown') return
    event.preventDefault()
    if (event.key === 'Escape') setWords('')
    else grid.current?.show(0)
  }
  return (
    <>
      <div className="catalogue-bar">
        <div ref={filterField} onKeyDown={keys}>
          <Input
            allowClear
            value={words}
            aria-label={t('desk:catalogue.filter')}
            aria-keyshortcuts="/"
            placeholder={t('catalogue:page.filterWithKey')}
            className="catalogue-filter"
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
        {offered.length > 1 && (
          <Radio.Group
            optionType="button"
            aria-label={t('catalogue:page.only')}
            value={only}
            options={offered.map((value) => ({
              value,
              label: t(`catalogue:page.onlyKind.${value}`, { count: counts[value] }),
            }))}
            onChange={(event) => setOnly(event.target.value as Only)}
          />
        )}
        {shown.may.edit && <Button onClick={() => setOpen(NEW)}>{t('catalogue:page.addItem')}</Button>}
        <span className="hint">{t('catalogue:page.keys')}</span>
      </div>
      {list.length === 0 ? (
        <section className="card">
          <EmptyState
            title={
              items.length === 0
                ? t('desk:catalogue.noItems')
                : t('desk:catalogue.noMatch', { words: filter })
            }
          >
            {items.length > 0 && <Button onClick={clear}>{t('desk:catalogue.clearFilter')}</Button>}
          </EmptyState>
        </section>
      ) : (
        <CatalogueTable
          key={shown.id}
          handle={grid}
          items={list}
          without={without}
          mayEdit={shown.may.edit}
          open={openItem}
          find={find}
        />
      )}
      <ItemDrawer
        detail={detail}
        item={items.find((item) => item.id === open) ?? null}
        adding={open === NEW}
        close={() => setOpen(null)}
      />
    </>
  )
}

type Props = {
  readonly id: string
  /** A version's id, `newest`, or null for the one that counts. */
  readonly version: string | null
}

/** One catalogue in one of its versions. */
export function CataloguePage({ id, version }: Props) {
  const { t } = useTranslation('desk')
  const asked = version === 'newest' ? null : version
  const first = useQuery({ queryKey: versionKey(id, asked), queryFn: () => getCatalogue(id, asked) })
  const newest = first.data?.versions[0]?.id
  const wanted =
    version === 'newest' && newest !== undefined && newest !== first.data?.shown.id ? newest : null
  const second = useQuery({
    queryKey: versionKey(id, wanted),
    queryFn: () => getCatalogue(id, wanted),
    enabled: wanted !== null,
  })
  return (
    <div className="catalogue-page">
      <a className="back" href={href('/catalogue')}>
        {t('catalogue.all')}
      </a>
      <QueryBody query={wanted === null ? first : second}>
        {(detail) => (
          <>
            <CatalogueHead detail={detail} />
            <Items key={detail.shown.id} detail={detail} />
          </>
        )}
      </QueryBody>
    </div>
  )
}

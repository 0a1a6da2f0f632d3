import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Catalogue, CatalogueItem } from '../../../domain/catalogue/catalogue-item.ts'
import { getCatalogue } from '../api/catalogue-api.ts'
import { href } from '../route.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { QueryBody } from '../ui/query-body.tsx'
import { catalogueKey } from './catalogue-keys.ts'
import { CatalogueTable } from './catalogue-table.tsx'
import { matchesFilter } from './catalogue-tree.ts'
import { ItemDrawer } from './item-drawer.tsx'

type TableProps = { readonly catalogue: Catalogue; readonly items: readonly CatalogueItem[] }

function Items({ catalogue, items }: TableProps) {
  const { t } = useTranslation(['desk', 'terms'])
  const [words, setWords] = useState('')
  const [open, setOpen] = useState<string | null>(null)
  const filter = useDeferredValue(words)
  const shown = filter.trim() === '' ? items : items.filter((item) => matchesFilter(item, filter))
  const chosen = items.find((item) => item.id === open) ?? null
  return (
    <>
      <PageHead
        title={catalogue.name}
        sub={t('catalogue.pageSub', {
          regime: t(`terms:regime.${catalogue.regime}`),
          count: items.length,
          file: catalogue.version.sourceFile,
        })}
      >
        <Input
          allowClear
          value={words}
          aria-label={t('catalogue.filter')}
          placeholder={t('catalogue.filter')}
          className="catalogue-filter"
          onChange={(event) => setWords(event.target.value)}
        />
      </PageHead>
      {shown.length === 0 ? (
        <EmptyState
          title={items.length === 0 ? t('catalogue.noItems') : t('catalogue.noMatch', { words: filter })}
        >
          {items.length > 0 && <Button onClick={() => setWords('')}>{t('catalogue.clearFilter')}</Button>}
        </EmptyState>
      ) : (
        <CatalogueTable items={shown} edit={setOpen} />
      )}
      <ItemDrawer item={chosen} close={() => setOpen(null)} />
    </>
  )
}

/** One catalogue as a tree of its rows. */
export function CataloguePage({ id }: { readonly id: string }) {
  const { t } = useTranslation('desk')
  const answer = useQuery({ queryKey: catalogueKey(id), queryFn: () => getCatalogue(id) })
  return (
    <div className="catalogue-page">
      <a className="back" href={href('/catalogue')}>
        {t('catalogue.all')}
      </a>
      <QueryBody query={answer}>
        {(data) => <Items catalogue={data.catalogue} items={data.items} />}
      </QueryBody>
    </div>
  )
}

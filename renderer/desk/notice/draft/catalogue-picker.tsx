import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchedSelect } from '../../../shared/desk/searched-select.tsx'
import { useSearched } from '../../../shared/desk/use-searched.ts'
import { findCatalogueItems, type CatalogueChoice } from '../notice-api.ts'
import { FormField } from './field.tsx'

function path(item: CatalogueChoice): string {
  return [item.itemLevel1, item.itemLevel2, item.itemLevel3].filter(Boolean).join(' › ')
}

type Option = { readonly value: string; readonly label: string; readonly item: CatalogueChoice | null }

function optionOf(item: CatalogueChoice): Option {
  return { value: item.id, label: path(item), item }
}

/** Picks the row of the catalogue that the notice fulfils; shows what the row demands. */
export function CataloguePicker(props: {
  readonly value: string | null
  /** The unit whose items are offered; null offers all. */
  readonly unitId: string | null
  /** The item as it was saved: its path is known even where the list does not reach it. */
  readonly saved: { readonly itemId: string | null; readonly path: string }
  readonly change: (id: string | null) => void
}) {
  const { t } = useTranslation(['notice', 'terms'])
  const searched = useSearched(['catalogue-items', props.unitId], (words, signal) =>
    findCatalogueItems(words, props.unitId, signal),
  )
  // The picked row need not be among the rows found for what is typed now.
  const all = useQuery({
    queryKey: ['catalogue-items', null, ''],
    queryFn: ({ signal }) => findCatalogueItems('', null, signal),
    enabled: props.value !== null,
  })
  const [picked, setPicked] = useState<CatalogueChoice | null>(null)
  const options = searched.rows
  const chosen =
    [...options, ...(all.data ?? []), ...(picked ? [picked] : [])].find((item) => item.id === props.value) ??
    null
  return (
    <FormField
      name="catalogueItem"
      label={t('notice:fields.catalogueItem')}
      hint={
        chosen ? (
          <span className="nt-catalogue-hint">
            <span>{chosen.catalogueName}</span>
            {chosen.deadlineText ? (
              <span>{t('notice:fields.deadline', { text: chosen.deadlineText })}</span>
            ) : null}
            {chosen.contentElements ? (
              <span className="nt-clamp" title={chosen.contentElements}>
                {t('notice:fields.elements', { text: chosen.contentElements })}
              </span>
            ) : null}
          </span>
        ) : (
          t('notice:fields.catalogueHint')
        )
      }
    >
      {(aria) => (
        <SearchedSelect
          {...aria}
          searched={searched}
          allowClear
          value={props.value}
          placeholder={t('notice:fields.cataloguePlaceholder')}
          nothing={t('notice:fields.catalogueNone')}
          options={options.map(optionOf)}
          saved={
            chosen
              ? optionOf(chosen)
              : props.saved.itemId === null
                ? null
                : { value: props.saved.itemId, label: props.saved.path, item: null }
          }
          optionRender={(option) => {
            const { item } = option.data
            if (item === null) return option.data.label
            return (
              <span className="nt-option">
                <b>{item.itemLevel2 || item.itemLevel1}</b>
                <small>
                  {[item.catalogueName, item.itemLevel2 ? item.itemLevel1 : '', item.itemLevel3]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
            )
          }}
          choose={(option) => {
            setPicked(option?.item ?? null)
            props.change(option?.value ?? null)
          }}
        />
      )}
    </FormField>
  )
}

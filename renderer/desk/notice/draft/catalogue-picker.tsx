import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refusalText } from '../../../shared/ui/refusal-message.tsx'
import { findCatalogueItems, type CatalogueChoice } from '../notice-api.ts'
import { FormField } from './field.tsx'

function path(item: CatalogueChoice): string {
  return [item.itemLevel1, item.itemLevel2, item.itemLevel3].filter(Boolean).join(' › ')
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
  const { t, i18n } = useTranslation(['notice', 'terms'])
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const found = useQuery({
    queryKey: ['catalogue-items', props.unitId, q],
    queryFn: ({ signal }) => findCatalogueItems(q, props.unitId, signal),
    placeholderData: (before) => before,
  })
  // The picked row need not be among the rows found for what is typed now.
  const all = useQuery({
    queryKey: ['catalogue-items', null, ''],
    queryFn: ({ signal }) => findCatalogueItems('', null, signal),
    enabled: props.value !== null,
  })
  const [picked, setPicked] = useState<CatalogueChoice | null>(null)
  const options = found.data ?? []
  const chosen =
    [...options, ...(all.data ?? []), ...(picked ? [picked] : [])].find((item) => item.id === props.value) ??
    null
  const shown = chosen && !options.some((item) => item.id === chosen.id) ? [chosen, ...options] : options
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
        <Select
          {...aria}
          className="nt-wide"
          allowClear
          value={props.value}
          placeholder={t('notice:fields.cataloguePlaceholder')}
          showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
          loading={found.isFetching}
          notFoundContent={
            found.error
              ? refusalText(i18n, found.error)
              : found.isPending
                ? t('notice:loading')
                : t('notice:fields.catalogueNone')
          }
          options={[
            ...shown.map((item) => ({ value: item.id, label: path(item), item })),
            ...(chosen === null && props.value !== null && props.saved.itemId === props.value
              ? [{ value: props.value, label: props.saved.path, item: null }]
              : []),
          ]}
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
          onChange={(id: string | undefined, option) => {
            setTyped('')
            setPicked(option && !Array.isArray(option) ? option.item : null)
            props.change(id ?? null)
          }}
        />
      )}
    </FormField>
  )
}

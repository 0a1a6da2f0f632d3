import { Checkbox, Input, Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { REGIMES } from '../../../../domain/catalogue/catalogue-item.ts'
import type { CatalogueSummary } from '../../../../server/catalogue/views.ts'
import { type PreviewSheet, saysTheSame, type SheetChoice } from './import-state.ts'
import { isLineNote } from './row-doubts.ts'

type Props = {
  readonly sheet: PreviewSheet
  readonly choice: SheetChoice
  readonly catalogues: readonly CatalogueSummary[]
  readonly change: (next: (choice: SheetChoice) => SheetChoice) => void
}

/** Under which name and regime a sheet is taken, and whether it is a new catalogue or a new state of one. */
export function ImportTarget({ sheet, choice, catalogues, change }: Props) {
  const { t } = useTranslation(['catalogue', 'desk', 'terms'])
  const [name, regime, target] = [useId(), useId(), useId()]
  const same = catalogues.filter((one) => one.regime === choice.regime)
  const { match } = sheet
  const updating = match !== null && match.catalogueId === choice.catalogueId ? match : null
  const chosen = same.find((one) => one.id === choice.catalogueId)
  const unchanged = saysTheSame(sheet, choice)
  const open = chosen === undefined ? null : openOf(chosen)
  const columns = sheet.notes.filter((note) => !isLineNote(note) && note.code === 'COLUMN_UNKNOWN')
  return (
    <section className="import-target" aria-label={t('catalogue:import.target')}>
      <Checkbox
        checked={choice.take}
        onChange={(event) => change((before) => ({ ...before, take: event.target.checked }))}
      >
        {t('catalogue:import.takeSheet')}
      </Checkbox>
      <div>
        <label htmlFor={name}>{t('desk:catalogue.name')}</label>
        <Input
          id={name}
          disabled={!choice.take || chosen !== undefined}
          value={chosen?.name ?? choice.name}
          onChange={(event) => change((before) => ({ ...before, name: event.target.value }))}
        />
      </div>
      <div>
        <label htmlFor={regime}>{t('desk:catalogue.regime')}</label>
        <Select
          id={regime}
          className="import-regime"
          disabled={!choice.take}
          value={choice.regime}
          options={REGIMES.map((value) => ({ value, label: t(`terms:regime.${value}`) }))}
          onChange={(value) => change((before) => ({ ...before, regime: value, catalogueId: null }))}
        />
      </div>
      <div>
        <label htmlFor={target}>{t('catalogue:import.takeAs')}</label>
        <Select
          id={target}
          className="import-into"
          disabled={!choice.take}
          value={choice.catalogueId ?? ''}
          popupMatchSelectWidth={false}
          options={[
            { value: '', label: t('catalogue:import.asNew') },
            ...same.map((one) => ({
              value: one.id,
              label: t('catalogue:import.asUpdate', { name: one.name, number: one.version.number }),
            })),
          ]}
          onChange={(value) => change((before) => ({ ...before, catalogueId: value === '' ? null : value }))}
        />
      </div>
      <p className="import-verdict">
        {updating !== null &&
          (unchanged
            ? t('catalogue:import.unchanged')
            : t('catalogue:import.difference', {
                added: updating.diff.added.length,
                changed: updating.diff.changed.length,
                removed: updating.diff.removed.length,
                unchanged: updating.diff.unchanged,
              }))}
        {updating === null && chosen !== undefined && t('catalogue:import.differenceLater')}
        {open !== null && (
          <span className="doubt">{t('catalogue:import.versionOpen', { number: open.number })}</span>
        )}
        {chosen?.version.state === 'DRAFT' && !unchanged && (
          <span className="doubt">
            {t('catalogue:import.draftReplaced', { number: chosen.version.number })}
          </span>
        )}
        {columns.length > 0 && (
          <span className="soft">
            {t('catalogue:import.columnsKept', {
              names: columns.map((note) => note.text).join(t('desk:common.listComma')),
            })}
          </span>
        )}
      </p>
    </section>
  )
}

/** The version that stands in the way of an update; a draft that nobody has approved is replaced instead. */
function openOf(catalogue: CatalogueSummary): { readonly number: number } | null {
  if (catalogue.openVersion !== null) return catalogue.openVersion
  return catalogue.version.state === 'SUBMITTED' ? catalogue.version : null
}

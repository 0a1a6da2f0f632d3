import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CatalogueItem } from '../../../../domain/catalogue/catalogue-item.ts'
import type { UnitItemView } from '../../../../server/catalogue/views.ts'
import type { UnitView } from '../../../../server/office/unit-views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { listUnits, setUnitItem, type UnitItemChange } from '../../api/catalogue-api.ts'
import { useHasRole, useOpenDesk } from '../../shell/session-context.ts'
import { CATALOGUES_KEY, UNITS_KEY } from '../catalogue-keys.ts'

const AS_EVERYWHERE: UnitItemChange = { applies: true, reason: '', assigneeId: null }

type LineProps = {
  readonly unit: UnitView
  readonly itemId: string
  readonly now: UnitItemChange
  readonly fixed: boolean
  readonly mayRelease: boolean
}

function UnitLine({ unit, itemId, now, fixed, mayRelease }: LineProps) {
  const { t } = useTranslation(['catalogue', 'desk'])
  const queries = useQueryClient()
  const { people } = useOpenDesk()
  const [typed, setTyped] = useState(now)
  const save = useMutation({
    mutationFn: () =>
      setUnitItem(unit.id, itemId, { ...typed, reason: typed.applies ? '' : typed.reason.trim() }),
    onSuccess: () => queries.invalidateQueries({ queryKey: CATALOGUES_KEY }),
  })
  const same = JSON.stringify(typed) === JSON.stringify(now)
  const ready = typed.applies || typed.reason.trim() !== ''
  return (
    <tr>
      <th scope="row">{unit.name}</th>
      <td>
        <Checkbox
          checked={typed.applies}
          disabled={fixed || (now.applies && !mayRelease)}
          aria-label={t('catalogue:unitItem.appliesOf', { unit: unit.name })}
          onChange={(event) => setTyped({ ...typed, applies: event.target.checked })}
        />
      </td>
      <td>
        {typed.applies ? (
          <span className="soft">{t('catalogue:unitItem.noReason')}</span>
        ) : (
          <Input
            value={typed.reason}
            disabled={fixed || !mayRelease}
            aria-label={t('catalogue:unitItem.reasonOf', { unit: unit.name })}
            placeholder={t('catalogue:unitItem.reasonExample')}
            onChange={(event) => setTyped({ ...typed, reason: event.target.value })}
          />
        )}
        <RefusalMessage error={save.error} />
      </td>
      <td>
        <Select
          allowClear
          className="unit-person"
          disabled={fixed || !typed.applies}
          value={typed.assigneeId}
          placeholder={t('catalogue:unitItem.nobody')}
          aria-label={t('catalogue:unitItem.personOf', { unit: unit.name })}
          options={people
            .filter((person) => !person.disabled || person.id === typed.assigneeId)
            .map((person) => ({ value: person.id, label: person.name }))}
          onChange={(id: string | undefined) => setTyped({ ...typed, assigneeId: id ?? null })}
        />
      </td>
      <td className="end">
        {!same && (
          <Button
            size="small"
            type="primary"
            disabled={!ready}
            loading={save.isPending}
            aria-label={t('catalogue:unitItem.saveOf', { unit: unit.name })}
            onClick={() => save.mutate()}
          >
            {t('desk:common.save')}
          </Button>
        )}
      </td>
    </tr>
  )
}

type Props = {
  readonly item: CatalogueItem
  readonly unitIds: readonly string[]
  readonly unitItems: readonly UnitItemView[]
  /** Whether the person may say that the item does not apply in a unit. */
  readonly mayRelease: boolean
}

/** In which of the keeping units an item applies, why not, and who is in charge of it there. */
export function UnitItems({ item, unitIds, unitItems, mayRelease }: Props) {
  const { t } = useTranslation('catalogue')
  const mayChange = useHasRole('HANDLER', 'DEPUTY_LEADER', 'ADMINISTRATOR')
  const units = useQuery({ queryKey: UNITS_KEY, queryFn: listUnits })
  const keepers = (units.data ?? []).filter((unit) => unitIds.includes(unit.id))
  if (keepers.length === 0) return null
  return (
    <section className="drawer-part">
      <h2>{t('unitItem.title')}</h2>
      <p className="soft">{t('unitItem.meaning')}</p>
      {mayChange && !mayRelease && <p className="soft">{t('unitItem.leaderReleases')}</p>}
      <table className="plain unit-items">
        <thead>
          <tr>
            <th scope="col">{t('unitItem.unit')}</th>
            <th scope="col">{t('unitItem.applies')}</th>
            <th scope="col">{t('unitItem.reason')}</th>
            <th scope="col">{t('unitItem.person')}</th>
            <th scope="col">
              <span className="hidden-text">{t('unitItem.save')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keepers.map((unit) => {
            const own = unitItems.find((one) => one.unitId === unit.id)
            const now: UnitItemChange =
              own === undefined
                ? AS_EVERYWHERE
                : { applies: own.applies, reason: own.reason, assigneeId: own.assigneeId }
            return (
              <UnitLine
                key={`${unit.id} ${JSON.stringify(now)}`}
                unit={unit}
                itemId={item.id}
                now={now}
                fixed={!mayChange}
                mayRelease={mayRelease}
              />
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Checkbox, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Catalogue } from '../../../domain/catalogue/catalogue-item.ts'
import { regimeOfUnit, UNIT_KINDS } from '../../../domain/office/unit.ts'
import type { UnitView } from '../../../server/office/unit-views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { setCatalogueUnits } from '../api/catalogue-api.ts'
import { CATALOGUES_KEY, UNITS_KEY } from './catalogue-keys.ts'

type Props = {
  readonly catalogue: Catalogue
  readonly units: readonly UnitView[]
  readonly kept: readonly string[]
  readonly mayRelease: boolean
  readonly close: () => void
}

/** Which units keep a catalogue: those of its regime, and any that keeps it already; dropping one needs a reason. */
export function KeepersDialog({ catalogue, units, kept, mayRelease, close }: Props) {
  const { t } = useTranslation(['catalogue', 'desk', 'terms'])
  const queries = useQueryClient()
  const field = useId()
  const [chosen, setChosen] = useState<readonly string[]>(kept)
  const [reason, setReason] = useState('')
  const left = kept.filter((id) => !chosen.includes(id)).length
  const save = useMutation({
    mutationFn: () => setCatalogueUnits(catalogue.id, { unitIds: chosen, reason: left > 0 ? reason : '' }),
    onSuccess: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: CATALOGUES_KEY }),
        queries.invalidateQueries({ queryKey: UNITS_KEY }),
      ])
      close()
    },
  })
  const offered = units.filter(
    (unit) =>
      kept.includes(unit.id) ||
      (!unit.disabled && (unit.kind === 'TOWNSHIP' || regimeOfUnit(unit.kind) === catalogue.regime)),
  )
  return (
    <Modal
      open
      title={t('catalogue:units.title', { name: catalogue.name })}
      okText={t('desk:common.save')}
      cancelText={t('desk:common.cancel')}
      okButtonProps={{
        disabled: chosen.length === 0 || (left > 0 && reason.trim() === ''),
        loading: save.isPending,
      }}
      onOk={() => save.mutate()}
      onCancel={close}
    >
      <p className="soft">{t('catalogue:units.meaning')}</p>
      {!mayRelease && <p className="soft">{t('catalogue:units.leaderDrops')}</p>}
      {UNIT_KINDS.map((kind) => {
        const own = offered.filter((unit) => unit.kind === kind)
        if (own.length === 0) return null
        const ids = own.map((unit) => unit.id)
        const count = ids.filter((id) => chosen.includes(id)).length
        const others = chosen.filter((id) => !ids.includes(id) || (!mayRelease && kept.includes(id)))
        return (
          <fieldset key={kind} className="unit-kind">
            <legend>
              {own.length === 1 ? (
                t(`terms:unitKind.${kind}`)
              ) : (
                <Checkbox
                  checked={count === own.length}
                  indeterminate={count > 0 && count < own.length}
                  disabled={!mayRelease && ids.every((id) => kept.includes(id))}
                  onChange={(event) =>
                    setChosen(event.target.checked ? [...new Set([...others, ...ids])] : others)
                  }
                >
                  {t('catalogue:units.all', { kind: t(`terms:unitKind.${kind}`), count: own.length })}
                </Checkbox>
              )}
            </legend>
            <div className="unit-names">
              {own.map((unit) => (
                <Checkbox
                  key={unit.id}
                  checked={chosen.includes(unit.id)}
                  disabled={!mayRelease && kept.includes(unit.id)}
                  onChange={(event) =>
                    setChosen(
                      event.target.checked ? [...chosen, unit.id] : chosen.filter((id) => id !== unit.id),
                    )
                  }
                >
                  {unit.name}
                </Checkbox>
              ))}
            </div>
          </fieldset>
        )
      })}
      {chosen.length === 0 && <p className="doubt">{t('catalogue:units.none')}</p>}
      {left > 0 && (
        <>
          <p className="doubt">{t('catalogue:units.leaving', { count: left })}</p>
          <label htmlFor={field}>{t('catalogue:units.reason')}</label>
          <Input.TextArea
            id={field}
            className="grow"
            rows={1}
            maxLength={500}
            value={reason}
            placeholder={t('catalogue:units.reasonExample')}
            onChange={(event) => setReason(event.target.value)}
          />
        </>
      )}
      <RefusalMessage error={save.error} />
    </Modal>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UnitView } from '../../../server/office/unit-views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { changeUnit, countOpenDuties } from '../api/unit-api.ts'
import { useUnitChange } from './use-unit-change.ts'

type ConfirmProps = {
  readonly unit: UnitView
  readonly busy: boolean
  readonly error: unknown
  readonly confirm: () => void
  readonly close: () => void
}

/** Names what taking a unit out of use does before it is done. */
function Confirm({ unit, busy, error, confirm, close }: ConfirmProps) {
  const { t } = useTranslation('desk')
  const open = useQuery({
    queryKey: ['units', unit.id, 'open-duties'],
    queryFn: ({ signal }) => countOpenDuties(unit.id, signal),
    gcTime: 0,
  })
  return (
    <Modal
      open
      title={t('units.disableTitle', { name: unit.name })}
      okText={t('units.disable')}
      cancelText={t('units.keep')}
      okButtonProps={{ danger: true, loading: busy }}
      onOk={confirm}
      onCancel={close}
    >
      <ul className="unit-meaning">
        <li>
          {open.data === undefined
            ? t('units.disableDuties')
            : open.data === 0
              ? t('units.disableNone')
              : t('units.disableOpen', { count: open.data })}
        </li>
        <li>{t('units.disableNotices')}</li>
        <li>{t('units.disableBoards')}</li>
        <li>{t('units.disableStays')}</li>
      </ul>
      <RefusalMessage error={error} />
    </Modal>
  )
}

/** Takes a unit out of use, after saying what that means, or into use again. */
export function UnitDisable({ unit }: { readonly unit: UnitView }) {
  const { t } = useTranslation('desk')
  const [asking, setAsking] = useState(false)
  const change = useUnitChange(
    (disabled: boolean) => changeUnit(unit.id, { disabled }),
    (saved) => t(saved.disabled ? 'units.nowDisabled' : 'units.nowEnabled', { name: saved.name }),
  )
  const close = () => {
    setAsking(false)
    change.reset()
  }
  return (
    <section className="drawer-part">
      <h2>{t(unit.disabled ? 'units.enable' : 'units.disable')}</h2>
      <p className="sub">{t(unit.disabled ? 'units.enableWhy' : 'units.disableWhy')}</p>
      {unit.disabled ? (
        <>
          <RefusalMessage error={change.error} />
          <Button loading={change.isPending} onClick={() => change.mutate(false)}>
            {t('units.enable')}
          </Button>
        </>
      ) : (
        <Button danger onClick={() => setAsking(true)}>
          {t('units.disable')}
        </Button>
      )}
      {asking && (
        <Confirm
          unit={unit}
          busy={change.isPending}
          error={change.error}
          confirm={() => change.mutate(true, { onSuccess: close })}
          close={close}
        />
      )}
    </section>
  )
}

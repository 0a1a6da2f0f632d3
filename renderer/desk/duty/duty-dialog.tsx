import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DutyDetail, DutyRow } from '../../../server/duty/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { actOnDuty, type DutyAct } from '../api/duty-api.ts'
import { useOpenDesk } from '../shell/session-context.ts'
import type { ActName } from './duty-acts.ts'
import { DUTIES_KEY } from './duty-keys.ts'

const NOBODY = ''

type Props = {
  readonly row: DutyRow
  readonly deed: ActName
  readonly name: string
  readonly close: () => void
  readonly done: (duty: DutyDetail) => void
}

/** Asks for the reason, the day or the person of an act, and does it. */
export function DutyDialog({ row, deed, name, close, done }: Props) {
  const { t } = useTranslation(['duty', 'desk'])
  const { people } = useOpenDesk()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const [on, setOn] = useState(row.closing?.on ?? '')
  const [person, setPerson] = useState(row.assignee?.id ?? NOBODY)
  const request = (): DutyAct => {
    switch (deed) {
      case 'assign':
        return { act: deed, accountId: person === NOBODY ? null : person }
      case 'confirm':
        return { act: deed, on, reason: reason.trim() }
      case 'check':
        return { act: deed, note: reason.trim() }
      case 'nil':
      case 'waive':
      case 'reopen':
        return { act: deed, reason: reason.trim() }
    }
  }
  const doIt = useMutation({
    mutationFn: () => actOnDuty(row.id, request()),
    onSuccess: (duty) => {
      void queries.invalidateQueries({ queryKey: DUTIES_KEY })
      done(duty)
    },
  })
  const ready =
    deed === 'assign' || deed === 'check' || (reason.trim() !== '' && (deed !== 'confirm' || on !== ''))
  return (
    <Modal
      open
      title={t(`duty:act.${deed}.title`)}
      okText={t(`duty:act.${deed}.confirm`)}
      cancelText={t('desk:common.cancel')}
      okButtonProps={{ disabled: !ready, loading: doIt.isPending, danger: deed === 'waive' }}
      onOk={() => {
        doIt.mutate()
      }}
      onCancel={close}
    >
      <p className="strong">{name}</p>
      <p className="dt-meaning">{t(`duty:act.${deed}.meaning`)}</p>
      {deed === 'assign' ? (
        <>
          <label className="dt-label" htmlFor="duty-person">
            {t('duty:act.person')}
          </label>
          <Select
            id="duty-person"
            className="dt-wide"
            autoFocus
            value={person}
            options={[
              { value: NOBODY, label: t('duty:act.nobody') },
              ...people.map((one) => ({ value: one.id, label: one.name })),
            ]}
            onChange={setPerson}
          />
        </>
      ) : (
        <>
          {deed === 'confirm' && (
            <>
              <label className="dt-label" htmlFor="duty-day">
                {t('duty:act.confirm.day')}
              </label>
              <Input
                id="duty-day"
                type="date"
                autoFocus
                value={on}
                onChange={(event) => setOn(event.target.value)}
              />
            </>
          )}
          <label className="dt-label" htmlFor="duty-reason">
            {deed === 'check' ? t('duty:act.note') : t('duty:act.reason')}
          </label>
          <Input.TextArea
            id="duty-reason"
            className="grow dt-reason"
            autoFocus={deed !== 'confirm'}
            maxLength={500}
            value={reason}
            placeholder={t(`duty:act.${deed}.example`)}
            onChange={(event) => setReason(event.target.value)}
          />
        </>
      )}
      <RefusalMessage error={doIt.error} />
    </Modal>
  )
}

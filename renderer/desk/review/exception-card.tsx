import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewExceptionView } from '../../../server/notice/review/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { dayAndTime } from '../notice/format.ts'
import { useHasRole, useOpenDesk } from '../shell/session-context.ts'
import { EXCEPTION_KEY, setException } from './settings-api.ts'

function SwitchDialog(props: { readonly active: boolean; readonly close: () => void }) {
  const { t } = useTranslation(['review', 'notice'])
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const to = !props.active
  const change = useMutation({
    mutationFn: () => setException(to, reason.trim()),
    onSuccess: (answer) => {
      queries.setQueryData(EXCEPTION_KEY, answer)
      props.close()
    },
  })
  return (
    <Modal
      open
      title={t(to ? 'review:exception.turnOn' : 'review:exception.turnOff')}
      okText={t(to ? 'review:exception.turnOn' : 'review:exception.turnOff')}
      cancelText={t('notice:cancel')}
      okButtonProps={{ disabled: reason.trim() === '', loading: change.isPending, danger: to }}
      onOk={() => {
        change.mutate()
      }}
      onCancel={props.close}
    >
      <p>{t(to ? 'review:exception.onMeaning' : 'review:exception.offMeaning')}</p>
      <label className="nt-label" htmlFor="exception-reason">
        {t('review:exception.reason')}
      </label>
      <Input.TextArea
        id="exception-reason"
        className="grow"
        value={reason}
        placeholder={t(to ? 'review:exception.onExample' : 'review:exception.offExample')}
        onChange={(event) => {
          setReason(event.target.value)
        }}
      />
      <RefusalMessage error={change.error} />
    </Modal>
  )
}

/** The exception of the two-person office: whether it holds, since when and why. */
export function ExceptionCard({ view }: { readonly view: ReviewExceptionView }) {
  const { t, i18n } = useTranslation('review')
  const { clock } = useOpenDesk()
  const mayChange = useHasRole('ADMINISTRATOR')
  const [open, setOpen] = useState(false)
  return (
    <section className="card">
      <h2>
        {t('exception.title')}
        <span className={view.active ? 'pill rc-on' : 'pill'}>
          {t(view.active ? 'exception.isOn' : 'exception.isOff')}
        </span>
      </h2>
      <div className="card-body">
        <p>{t('exception.what')}</p>
        {view.history.length > 0 ? (
          <ul className="rc-switches">
            {view.history.map((one, index) => (
              <li key={index}>
                <span className="sub">{dayAndTime(one.at, i18n.language, clock.now)}</span>
                {t(one.active ? 'exception.turnedOn' : 'exception.turnedOff', {
                  name: one.by.name,
                  reason: one.reason,
                })}
              </li>
            ))}
          </ul>
        ) : null}
        {mayChange ? (
          <Button
            className="rc-switch"
            onClick={() => {
              setOpen(true)
            }}
          >
            {t(view.active ? 'exception.turnOff' : 'exception.turnOn')}
          </Button>
        ) : null}
        {open ? (
          <SwitchDialog
            active={view.active}
            close={() => {
              setOpen(false)
            }}
          />
        ) : null}
      </div>
    </section>
  )
}

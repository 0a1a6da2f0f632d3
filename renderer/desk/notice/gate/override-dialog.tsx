import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GateHit, HitPlace } from '../../../../domain/privacy/gate-hit.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { gateKey, submissionGateKey } from '../keys.ts'
import { overrideHits } from '../notice-api.ts'

/** The secrecy reviewer allows single values to be published, with a written reason that stays on record. */
export function OverrideDialog(props: {
  readonly id: string
  readonly hits: readonly GateHit[]
  readonly words: (place: HitPlace) => string
  readonly close: () => void
}) {
  const { t } = useTranslation(['notice', 'terms'])
  const queries = useQueryClient()
  const only = props.hits.length === 1 ? props.hits[0] : undefined
  const [picked, setPicked] = useState<readonly string[]>(only ? [only.id] : [])
  const [reason, setReason] = useState('')
  const override = useMutation({
    mutationFn: () => overrideHits(props.id, picked, reason.trim()),
    onSuccess: (report) => {
      queries.setQueryData(gateKey(props.id), report)
      void queries.invalidateQueries({ queryKey: submissionGateKey(props.id) })
      props.close()
    },
  })
  return (
    <Modal
      open
      title={t('notice:override.title')}
      okText={t('notice:override.confirm', { count: picked.length })}
      cancelText={t('notice:cancel')}
      okButtonProps={{ disabled: picked.length === 0 || reason.trim() === '', loading: override.isPending }}
      onOk={() => {
        override.mutate()
      }}
      onCancel={props.close}
    >
      <p className="nt-soft">{t('notice:override.meaning')}</p>
      <Checkbox.Group
        className="nt-picks"
        value={[...picked]}
        options={props.hits.map((hit) => ({
          value: hit.id,
          label: `${t(`terms:hitKind.${hit.kind}`)}　${hit.masked}　${props.words(hit.place)}`,
        }))}
        onChange={(values) => {
          setPicked(values.map(String))
        }}
      />
      <label className="nt-label" htmlFor="override-reason">
        {t('notice:override.reason')}
      </label>
      <Input.TextArea
        id="override-reason"
        className="grow nt-lines-3"
        value={reason}
        placeholder={t('notice:override.example')}
        onChange={(event) => {
          setReason(event.target.value)
        }}
      />
      <RefusalMessage error={override.error} />
    </Modal>
  )
}

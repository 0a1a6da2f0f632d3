import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChainRuleView } from '../../../server/notice/review/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { useScopeWords } from './chain-words.ts'
import { CHAINS_KEY, setChain } from './settings-api.ts'

/** Takes a chain of the office back, so that what the product comes with, or the more general rule, holds again. */
export function RestoreDialog(props: { readonly rule: ChainRuleView; readonly close: () => void }) {
  const { t } = useTranslation(['review', 'notice'])
  const queries = useQueryClient()
  const scope = useScopeWords()
  const [reason, setReason] = useState('')
  const { regime, noticeKind } = props.rule
  const set = useMutation({
    mutationFn: () => setChain({ regime, noticeKind, chain: null, reason: reason.trim() }),
    onSuccess: (answer) => {
      queries.setQueryData(CHAINS_KEY, answer)
      props.close()
    },
  })
  return (
    <Modal
      open
      title={t('review:settings.restoreTitle', { scope: scope(props.rule) })}
      okText={t('review:settings.restore')}
      cancelText={t('notice:cancel')}
      okButtonProps={{ disabled: reason.trim() === '', loading: set.isPending }}
      onOk={() => {
        set.mutate()
      }}
      onCancel={props.close}
    >
      <p>{t('review:settings.restoreMeaning')}</p>
      <label className="nt-label" htmlFor="restore-reason">
        {t('review:settings.reason')}
      </label>
      <Input.TextArea
        id="restore-reason"
        className="grow"
        value={reason}
        onChange={(event) => {
          setReason(event.target.value)
        }}
      />
      <RefusalMessage error={set.error} />
    </Modal>
  )
}

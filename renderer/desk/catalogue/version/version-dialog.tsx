import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readCivilDate } from '../../../../domain/notice/notice-dates.ts'
import type { CatalogueDetail } from '../../../../server/catalogue/views.ts'
import { instantText } from '../../../shared/ui/instant-text.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { discardVersion, type Filing, stepVersion } from '../../api/catalogue-api.ts'
import { dayWords } from '../../notice/format.ts'
import { navigate } from '../../../shared/desk/route.ts'
import { useOpenDesk } from '../../shell/session-context.ts'
import { CATALOGUES_KEY } from '../catalogue-keys.ts'

/** What can be done with a version. */
export type VersionAct = 'SUBMIT' | 'APPROVE' | 'RETURN' | 'FILE' | 'DISCARD'

type Props = {
  readonly act: VersionAct
  readonly detail: CatalogueDetail
  readonly unset: number
  readonly close: () => void
}

function steps(
  id: string,
  reason: string,
  filing: Filing,
): Readonly<Record<VersionAct, () => Promise<unknown>>> {
  return {
    SUBMIT: () => stepVersion(id, { step: 'submit' }),
    APPROVE: () => stepVersion(id, { step: 'approve' }),
    RETURN: () => stepVersion(id, { step: 'return', reason }),
    FILE: () => stepVersion(id, { step: 'file', ...filing }),
    DISCARD: () => discardVersion(id),
  }
}

/** Asks before a version goes one step on or back, and for what the step needs. */
export function VersionDialog({ act, detail, unset, close }: Props) {
  const { t, i18n } = useTranslation(['catalogue', 'desk'])
  const queries = useQueryClient()
  const today = instantText(useOpenDesk().clock.now).slice(0, 10)
  const [reason, setReason] = useState('')
  const [filing, setFiling] = useState<Filing>({
    filedOn: dayWords(today, i18n.language),
    filedWith: '',
    filingNumber: '',
  })
  const [reasonField, onField, withField, numberField] = [useId(), useId(), useId(), useId()]
  const { shown, catalogue } = detail
  // Typed in any form in which documents write it: 2026年11月23日, 20261123, 2026-11-23.
  const filedOn = readCivilDate(filing.filedOn)
  const go = useMutation({
    mutationFn: () =>
      steps(shown.id, reason.trim(), {
        filedOn: filedOn ?? filing.filedOn,
        filedWith: filing.filedWith.trim(),
        filingNumber: filing.filingNumber.trim(),
      })[act](),
    onSuccess: async () => {
      if (act === 'DISCARD') {
        // A catalogue that never had another version goes with its only draft.
        const rest = detail.versions.length > 1 ? `/${encodeURIComponent(catalogue.id)}` : ''
        navigate(`/catalogue${rest}`)
      }
      close()
      await queries.invalidateQueries({ queryKey: CATALOGUES_KEY })
    },
  })
  const ready =
    (act !== 'RETURN' || reason.trim() !== '') &&
    (act !== 'FILE' || (filedOn !== null && filedOn <= today && filing.filedWith.trim() !== ''))
  const set = (change: Partial<Filing>) => setFiling({ ...filing, ...change })
  return (
    <Modal
      open
      title={t(`catalogue:version.dialog.${act}.title`, { number: shown.number })}
      okText={t(`catalogue:version.dialog.${act}.confirm`)}
      cancelText={t('desk:common.cancel')}
      okButtonProps={{
        disabled: !ready,
        loading: go.isPending,
        danger: act === 'DISCARD' || act === 'RETURN',
      }}
      onOk={() => go.mutate()}
      onCancel={close}
    >
      <p>{t(`catalogue:version.dialog.${act}.meaning`, { count: detail.items.length })}</p>
      {(act === 'SUBMIT' || act === 'APPROVE') && unset > 0 && (
        <p className="doubt">{t('catalogue:version.unsetMeaning', { count: unset })}</p>
      )}
      {act === 'RETURN' && (
        <>
          <label htmlFor={reasonField}>{t('catalogue:version.reason')}</label>
          <Input.TextArea
            id={reasonField}
            className="grow"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </>
      )}
      {act === 'FILE' && (
        <div className="dialog-fields">
          <label htmlFor={withField}>{t('catalogue:version.filedWithField')}</label>
          <Input
            id={withField}
            value={filing.filedWith}
            placeholder={t('catalogue:version.filedWithExample')}
            onChange={(event) => set({ filedWith: event.target.value })}
          />
          <label htmlFor={onField}>{t('catalogue:version.filedOn')}</label>
          <Input
            id={onField}
            value={filing.filedOn}
            status={filedOn === null || filedOn > today ? 'error' : ''}
            placeholder={t('catalogue:version.filedOnExample')}
            onChange={(event) => set({ filedOn: event.target.value })}
          />
          <label htmlFor={numberField}>{t('catalogue:version.filingNumber')}</label>
          <Input
            id={numberField}
            value={filing.filingNumber}
            onChange={(event) => set({ filingNumber: event.target.value })}
          />
        </div>
      )}
      <RefusalMessage error={go.error} />
    </Modal>
  )
}

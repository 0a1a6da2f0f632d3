import { useMutation } from '@tanstack/react-query'
import { Button, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpinionView } from '../../../server/matter/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { mergeOpinions } from '../api/matter-api.ts'
import { useMatterRefresh } from './use-matter-refresh.ts'

/** Shows opinions side by side before they are merged, and asks which of them carries the answer. */
export function MergeDialog(props: {
  readonly opinions: readonly OpinionView[]
  readonly close: (into: string | null) => void
}) {
  const { t } = useTranslation('matter')
  const { opinions, close } = props
  const answered = opinions.find(({ answer }) => answer !== null)
  const [into, setInto] = useState(answered?.id ?? opinions[0]?.id ?? '')
  const refresh = useMatterRefresh()
  const merge = useMutation({
    mutationFn: () =>
      mergeOpinions(
        into,
        opinions.map(({ id }) => id).filter((id) => id !== into),
      ),
    onSuccess: async () => {
      await refresh()
      close(into)
    },
  })
  return (
    <Modal open width={640} title={t('opinion.mergeTitle')} footer={null} onCancel={() => close(null)}>
      <p className="sub">{t('opinion.mergeHint')}</p>
      <Radio.Group
        className="mt-merge"
        aria-label={t('opinion.mergeInto')}
        value={into}
        onChange={({ target }: { target: { value?: string } }) => setInto(target.value ?? into)}
      >
        {opinions.map((opinion) => (
          <Radio key={opinion.id} value={opinion.id}>
            <b>{t('opinion.number', { number: opinion.number })}</b>{' '}
            {opinion.id === into && <span className="pill">{t('opinion.mergeInto')}</span>}
            <span className="mt-merge-text">{opinion.text}</span>
          </Radio>
        ))}
      </Radio.Group>
      <RefusalMessage error={merge.error} />
      <div className="row">
        <Button type="primary" loading={merge.isPending} onClick={() => merge.mutate()}>
          {t('opinion.mergeDo')}
        </Button>
        <Button onClick={() => close(null)}>{t('cancel')}</Button>
      </div>
    </Modal>
  )
}

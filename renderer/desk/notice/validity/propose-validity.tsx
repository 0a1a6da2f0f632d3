import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Radio } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { STATED_VALIDITIES, type StatedValidity } from '../../../../domain/notice/validity.ts'
import type { NoticeValidityView } from '../../../../server/notice/convention/views.ts'
import { SearchedSelect } from '../../../shared/desk/searched-select.tsx'
import { useSearched } from '../../../shared/desk/use-searched.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { proposeValidity, validityKey } from '../../api/convention-api.ts'
import { NOTICES_KEY } from '../keys.ts'
import { findPublished } from '../notice-api.ts'

/** Says what became of a document; a second person confirms it. */
export function ProposeValidity(props: {
  readonly id: string
  readonly today: string
  readonly done: () => void
}) {
  const { t } = useTranslation(['wording', 'notice', 'terms'])
  const queries = useQueryClient()
  const field = useId()
  const [standing, setStanding] = useState<StatedValidity>('REPEALED')
  const [effectiveOn, setEffectiveOn] = useState(props.today)
  const [reason, setReason] = useState('')
  const [replacedBy, setReplacedBy] = useState<string | null>(null)
  const searched = useSearched([...NOTICES_KEY, 'replacement'], findPublished)
  const propose = useMutation({
    mutationFn: () =>
      proposeValidity(props.id, {
        standing,
        effectiveOn,
        reason,
        replacedBy: standing === 'REPEALED' ? replacedBy : null,
      }),
    onSuccess: (view) => {
      queries.setQueryData<NoticeValidityView>(validityKey(props.id), view)
      props.done()
    },
  })
  return (
    <form
      className="vd-form"
      onSubmit={(event) => {
        event.preventDefault()
        propose.mutate()
      }}
    >
      <Radio.Group
        aria-label={t('wording:validity.standing')}
        optionType="button"
        value={standing}
        options={STATED_VALIDITIES.map((value) => ({ value, label: t(`terms:validity.${value}`) }))}
        onChange={(event) => {
          const known = STATED_VALIDITIES.find((one) => one === event.target.value)
          if (known) setStanding(known)
        }}
      />
      <p className="nt-soft">{t(`wording:validity.meaning.${standing}`)}</p>
      <label htmlFor={`${field}-on`}>{t('wording:validity.on')}</label>
      <Input
        id={`${field}-on`}
        className="vd-date"
        type="date"
        required
        value={effectiveOn}
        onChange={(event) => setEffectiveOn(event.target.value)}
      />
      <label htmlFor={`${field}-why`}>{t('wording:validity.reason')}</label>
      <Input
        id={`${field}-why`}
        value={reason}
        maxLength={300}
        placeholder={t('wording:validity.reasonExample')}
        onChange={(event) => setReason(event.target.value)}
      />
      {standing === 'REPEALED' ? (
        <>
          <label htmlFor={`${field}-by`}>{t('wording:validity.replacedBy')}</label>
          <SearchedSelect
            id={`${field}-by`}
            searched={searched}
            allowClear
            placeholder={t('wording:validity.replacedByHint')}
            nothing={t('notice:list.nothingFound')}
            value={replacedBy}
            options={searched.rows
              .filter((row) => row.id !== props.id)
              .map((row) => ({ value: row.id, label: row.title }))}
            choose={(option) => setReplacedBy(option?.value ?? null)}
          />
        </>
      ) : null}
      <RefusalMessage error={propose.error} />
      <div className="wd-actions">
        <Button type="primary" htmlType="submit" loading={propose.isPending}>
          {t('wording:validity.propose')}
        </Button>
        <Button onClick={props.done}>{t('wording:cancel')}</Button>
      </div>
    </form>
  )
}

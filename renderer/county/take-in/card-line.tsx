import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardAnswer } from '../../../county/web/take-in/views.ts'
import { href } from '../../shared/desk/route.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { address, tell } from '../county-api.ts'
import { CountyCardCode } from '../office/county-card-code.tsx'
import { useHasRole } from '../shell/session-context.ts'

/** An office's card: its words are read out over the telephone before it counts. */
export function CardLine({ answer }: { readonly answer: CardAnswer }) {
  const { t } = useTranslation(['county', 'terms'])
  const reasonId = useId()
  const [reason, setReason] = useState('')
  const { card, keyId, office, standing, endsKey } = answer
  const enrol = useMutation({
    mutationFn: () =>
      tell<{ readonly id: number }>('POST', 'enrol', { card, keyId, ...(endsKey && { reason }) }),
  })
  const replaces = standing === 'OTHER_KEY' || standing === 'OTHER_INSTANCE'
  const may = useHasRole(replaces ? 'ADMINISTRATOR' : 'COLLECTOR')
  return (
    <div className="card-line">
      <p>
        <span className="pill">{t('card.pill')}</span> <b>{office.name}</b>{' '}
        <span className="code sub">{office.uscc}</span>
      </p>
      <p className="sub">{t('card.pattern', { template: answer.indexTemplate })}</p>
      {enrol.data === undefined ? (
        <>
          <p>{t(`card.standing.${standing}`)}</p>
          <p className="key-words-line">
            <span>{t('card.words')}</span> <b className="key-words">{answer.words}</b>
          </p>
          {may && endsKey && (
            <label className="field" htmlFor={reasonId}>
              <span>{t('card.reason')}</span>
              <Input
                id={reasonId}
                maxLength={200}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            </label>
          )}
          <RefusalMessage error={enrol.error} />
          {may ? (
            <Button
              type="primary"
              disabled={endsKey && reason.trim() === ''}
              loading={enrol.isPending}
              onClick={() => enrol.mutate()}
            >
              {t('card.confirm')}
            </Button>
          ) : (
            <p className="note">{replaces ? t('card.whoMay') : t('card.whoEnrols')}</p>
          )}
        </>
      ) : (
        <>
          <p className="good" role="status">
            {t('card.enrolled')}
          </p>
          <p className="row">
            <a className="button-link" href={address(`offices/${enrol.data.id}/county-card`)} download>
              {t('keys.countyCard')}
            </a>
            <CountyCardCode officeId={enrol.data.id} />
            <a href={href(`/offices/${enrol.data.id}`)}>{t('card.toOffice')}</a>
          </p>
        </>
      )}
    </div>
  )
}

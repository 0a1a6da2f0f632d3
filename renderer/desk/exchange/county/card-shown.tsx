import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CountyCardPreview } from '../../../../server/exchange/enrolment/views.ts'
import { KeyWords } from './key-words.tsx'

type Props = {
  readonly shown: CountyCardPreview
  readonly busy: boolean
  readonly take: (replace: boolean) => void
  readonly leave: () => void
}

/** A county's card before it is taken: who it says it is, and the words to compare by telephone. */
export function CardShown({ shown, busy, take, leave }: Props) {
  const { t } = useTranslation('exchange')
  const [compared, setCompared] = useState(false)
  const { card, change, replaces } = shown
  const other = change === 'OTHER_KEY'
  const known = change === 'SAME' || change === 'UPDATE'
  return (
    <section className="ex-shown" aria-label={t('county.shown')}>
      <dl className="ex-dl">
        <div>
          <dt>{t('county.name')}</dt>
          <dd className="strong">{card.name}</dd>
        </div>
        <div>
          <dt>{t('county.code')}</dt>
          <dd>{card.code}</dd>
        </div>
        <div>
          <dt>{t('county.address')}</dt>
          <dd className="breakable">{card.address ?? t('county.noAddress')}</dd>
        </div>
        <div>
          <dt>{t('county.words')}</dt>
          <dd>
            <KeyWords keyView={card.key} />
          </dd>
        </div>
      </dl>
      {other && replaces !== null && (
        <p className="bad">
          {t('county.replaces', { name: replaces.name, words: replaces.key.words.join(' ') })}
        </p>
      )}
      {known && <p>{t(`county.change.${change}`)}</p>}
      {!known && (
        <Checkbox checked={compared} onChange={(event) => setCompared(event.target.checked)}>
          {t(other ? 'county.comparedOther' : 'county.compared')}
        </Checkbox>
      )}
      <div className="row">
        {change !== 'SAME' && (
          <Button
            type="primary"
            danger={other}
            disabled={!known && !compared}
            loading={busy}
            onClick={() => take(other)}
          >
            {t(other ? 'county.replace' : 'county.take')}
          </Button>
        )}
        <Button onClick={leave}>{t('county.leave')}</Button>
      </div>
    </section>
  )
}

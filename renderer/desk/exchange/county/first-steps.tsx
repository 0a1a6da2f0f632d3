import { useTranslation } from 'react-i18next'
import type { EnrolmentView } from '../../../../server/exchange/enrolment/views.ts'
import { useHasRole } from '../../shell/session-context.ts'
import { CountyCardForm } from './county-card-form.tsx'
import { KeyWords } from './key-words.tsx'
import { OfficeCard } from './office-card.tsx'

/** The three steps by which an office and its county come to know each other. */
export function FirstSteps({ view }: { readonly view: EnrolmentView }) {
  const { t } = useTranslation('exchange')
  const mayTake = useHasRole('ADMINISTRATOR')
  return (
    <section className="card" aria-labelledby="ex-steps">
      <h2 id="ex-steps">{t('county.firstTitle')}</h2>
      <div className="card-body">
        <p className="sub ex-lead">{t('county.firstSub')}</p>
        <ol className="ex-steps">
          <li>
            <h3>{t('county.step1')}</h3>
            <OfficeCard />
          </li>
          <li>
            <h3>{t('county.step2')}</h3>
            <p>{t('county.step2How')}</p>
            <p className="ex-own-words">
              <KeyWords keyView={view.office.key} />
            </p>
          </li>
          <li>
            <h3>{t('county.step3')}</h3>
            <p>{t('county.step3How')}</p>
            {mayTake ? <CountyCardForm /> : <p className="sub">{t('county.administrator')}</p>}
          </li>
        </ol>
      </div>
    </section>
  )
}

import { useTranslation } from 'react-i18next'
import { ORDER_EXAMPLES } from '../../../domain/language/order-examples.ts'

/** Rules about the order of scripts that were found, each with how far it was verified. */
export function OrderExamples() {
  const { t } = useTranslation('language')
  return (
    <details className="so-examples">
      <summary>{t('examples.title')}</summary>
      <ul>
        {ORDER_EXAMPLES.map(({ id, verified, source }) => (
          <li key={id}>
            <p>
              {t(`example.${id}`)}{' '}
              <span className={verified === 'PAGE' ? 'pill' : 'pill so-pill-unread'}>
                {t(verified === 'PAGE' ? 'examples.page' : 'examples.unverified')}
              </span>
            </p>
            {source === '' ? null : <p className="sub breakable">{t('examples.source', { source })}</p>}
          </li>
        ))}
      </ul>
    </details>
  )
}

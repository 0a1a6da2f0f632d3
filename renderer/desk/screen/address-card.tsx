import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'

/** The address to type into the screen's browser. */
export function AddressCard({
  number,
  addresses,
}: {
  readonly number: number
  readonly addresses: readonly string[]
}) {
  const { t } = useTranslation('screen')
  const { message } = App.useApp()
  const full = addresses.map((address) => `${address.replace(/\/$/, '')}/s/${String(number)}`)
  return (
    <section className="card" aria-labelledby="sc-address">
      <h2 id="sc-address">{t('address.title')}</h2>
      <div className="card-body">
        <p className="sub sc-first">{t(full.length === 0 ? 'address.none' : 'address.meaning')}</p>
        <ul className="sc-addresses">
          {full.map((address) => (
            <li key={address} className="row">
              <code className="breakable">{address}</code>
              <Button
                size="small"
                disabled={false}
                onClick={() => {
                  void navigator.clipboard.writeText(address).then(() => message.success(t('address.copied')))
                }}
              >
                {t('address.copy')}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

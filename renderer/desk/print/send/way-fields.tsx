import { Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { PrintMeans, PrintRoute } from '../../../../server/display/print/views.ts'

type Props = {
  readonly means: PrintMeans
  readonly ways: readonly PrintRoute[]
  readonly route: PrintRoute
  readonly printer: string
  readonly changeRoute: (route: PrintRoute) => void
  readonly changePrinter: (printer: string) => void
}

/** By which way it goes to paper, and to which printer. */
export function WayFields(props: Props) {
  const { t } = useTranslation('print')
  const group = useId()
  const printerField = useId()
  const printers = props.means.printers ?? []
  return (
    <>
      <fieldset className="pr-ways-to">
        <legend className="pr-legend">{t('send.way')}</legend>
        {props.ways.map((way) => (
          <label key={way} className="pr-radio">
            <input
              type="radio"
              name={group}
              checked={props.route === way}
              onChange={() => props.changeRoute(way)}
            />
            <span>
              {t(`send.route.${way}`)}
              <span className="sub pr-line">{t(`send.routeHint.${way}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {props.means.printers !== null && printers.length === 0 && <p className="sub">{t('send.noPrinter')}</p>}
      {props.route === 'PRINTER' && (
        <div className="pr-field">
          <label htmlFor={printerField}>{t('send.printer')}</label>
          <Select
            id={printerField}
            value={props.printer}
            options={printers.map(({ name, displayName, isDefault }) => ({
              value: name,
              label: isDefault ? t('send.default', { name: displayName }) : displayName,
            }))}
            onChange={props.changePrinter}
          />
        </div>
      )}
    </>
  )
}

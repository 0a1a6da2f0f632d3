import { useQuery } from '@tanstack/react-query'
import { Button, InputNumber } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PrintMeans, PrintRoute } from '../../../../server/display/print/views.ts'
import { getPrintMeans, type SendOrder } from '../../api/print-api.ts'
import { QueryBody } from '../../../shared/desk/query-body.tsx'
import { PRINT_MEANS_KEY } from '../print-keys.ts'
import { canPrintInFrame } from '../send/frame-print.ts'
import { WayFields } from '../send/way-fields.tsx'
import { firstPrinter, waysToPaper } from '../send/ways.ts'

type Props = {
  readonly count: number
  readonly busy: boolean
  readonly send: (order: SendOrder) => void
}

function Form({ means, count, busy, send }: Props & { readonly means: PrintMeans }) {
  const { t } = useTranslation('print')
  const id = useId()
  // A viewer opens one file at a time: forty windows help nobody.
  const ways = waysToPaper(means, canPrintInFrame()).filter((way) => way !== 'VIEWER')
  const [route, setRoute] = useState<PrintRoute | undefined>(ways[0])
  const [printer, setPrinter] = useState(firstPrinter(means))
  const [copies, setCopies] = useState(1)
  if (route === undefined) return <p className="refusal">{t('many.noWay')}</p>
  return (
    <form
      className="pr-many-send"
      onSubmit={(event) => {
        event.preventDefault()
        send({
          route,
          printer: route === 'PRINTER' ? printer : '',
          copies: route === 'PRINTER' ? copies : 1,
          pages: '',
        })
      }}
    >
      <WayFields
        means={means}
        ways={ways}
        route={route}
        printer={printer}
        changeRoute={setRoute}
        changePrinter={setPrinter}
      />
      {route === 'PRINTER' && (
        <div className="pr-field">
          <label htmlFor={id}>{t('many.copies')}</label>
          <InputNumber
            id={id}
            min={1}
            max={99}
            precision={0}
            value={copies}
            onChange={(value) => setCopies(value ?? 1)}
          />
        </div>
      )}
      <Button type="primary" htmlType="submit" disabled={busy || count === 0}>
        {t('many.do', { number: count })}
      </Button>
    </form>
  )
}

/** Printer and copies for all of them, and the key that prints. */
export function ManySend(props: Props) {
  const means = useQuery({ queryKey: PRINT_MEANS_KEY, queryFn: getPrintMeans, staleTime: 30_000 })
  return <QueryBody query={means}>{(data) => <Form {...props} means={data} />}</QueryBody>
}

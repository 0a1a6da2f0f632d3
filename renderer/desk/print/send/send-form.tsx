import { useQuery } from '@tanstack/react-query'
import { Button, Input, InputNumber } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readPageRange, writePageRange } from '../../../../domain/sheet/page-range.ts'
import { pagesLeft } from '../../../../domain/sheet/pages-left.ts'
import type { PrintJobView, PrintMeans, PrintRoute } from '../../../../server/display/print/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { getPrintMeans } from '../../api/print-api.ts'
import { QueryBody } from '../../../shared/desk/query-body.tsx'
import { PRINT_MEANS_KEY } from '../print-keys.ts'
import { canPrintInFrame } from './frame-print.ts'
import { useSend } from './use-send.ts'
import { WayFields } from './way-fields.tsx'
import { firstPrinter, waysToPaper } from './ways.ts'

const MOST_COPIES = 99

function Form({ job, means }: { readonly job: PrintJobView; readonly means: PrintMeans }) {
  const { t } = useTranslation('print')
  const id = useId()
  const all = job.pages ?? 0
  const left = pagesLeft(all, job.runs)
  const ways = waysToPaper(means, canPrintInFrame())
  const last = job.runs.at(-1)
  const [route, setRoute] = useState<PrintRoute | undefined>(
    last !== undefined && ways.includes(last.route) ? last.route : ways[0],
  )
  const [printer, setPrinter] = useState(
    means.printers?.some(({ name }) => name === last?.printer) === true
      ? (last?.printer ?? '')
      : firstPrinter(means),
  )
  const [copies, setCopies] = useState(1)
  const [pages, setPages] = useState(left.length === all ? '' : writePageRange(left))
  const send = useSend(job)
  const range = readPageRange(pages, all)
  // The viewer gets the whole file and has a dialog of its own; so has the browser, for the copies.
  const counted = route === 'PRINTER' ? copies : 1
  const title = job.state === 'DONE' || last !== undefined ? 'send.titleAgain' : 'send.title'
  return (
    <section className="pr-send" aria-label={t(title)}>
      <h3>{t(title)}</h3>
      {left.length > 0 && <p>{t('send.left', { pages: writePageRange(left) })}</p>}
      {job.state === 'DONE' && left.length === 0 && <p className="good">{t('send.done')}</p>}
      {route === undefined ? (
        <p className="refusal">{t('send.noWay')}</p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (range === null) return
            send.mutate({
              route,
              printer: route === 'PRINTER' ? printer : '',
              copies: counted,
              pages: route === 'VIEWER' || range.length === all ? '' : writePageRange(range),
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
          <div className="pr-two">
            {route === 'PRINTER' && (
              <div className="pr-field">
                <label htmlFor={`${id}copies`}>{t('send.copies')}</label>
                <InputNumber
                  id={`${id}copies`}
                  min={1}
                  max={MOST_COPIES}
                  precision={0}
                  value={copies}
                  onChange={(value) => setCopies(value ?? 1)}
                />
              </div>
            )}
            {route !== 'VIEWER' && (
              <div className="pr-field">
                <label htmlFor={`${id}pages`}>{t('send.pages')}</label>
                <Input
                  id={`${id}pages`}
                  value={pages}
                  placeholder={t('send.allPages')}
                  status={range === null ? 'error' : ''}
                  aria-invalid={range === null}
                  aria-describedby={`${id}said`}
                  onChange={({ target }) => setPages(target.value)}
                />
              </div>
            )}
          </div>
          <p id={`${id}said`} className={range === null ? 'bad' : 'sub'} role="status">
            {range === null
              ? t('send.wrongPages', { count: all })
              : route === 'VIEWER'
                ? t('send.inViewer', { pages: writePageRange(range) })
                : t('send.sum', { copies: counted, pages: range.length, sheets: counted * range.length })}
          </p>
          <RefusalMessage error={send.error} />
          <Button type="primary" htmlType="submit" disabled={range === null} loading={send.isPending}>
            {t(`send.do.${route}`)}
          </Button>
        </form>
      )}
    </section>
  )
}

/** Printer, copies and pages, and the key that prints. After a sending that failed in part it asks for just what is missing. */
export function SendForm({ job }: { readonly job: PrintJobView }) {
  const means = useQuery({ queryKey: PRINT_MEANS_KEY, queryFn: getPrintMeans, staleTime: 30_000 })
  return <QueryBody query={means}>{(data) => <Form job={job} means={data} />}</QueryBody>
}

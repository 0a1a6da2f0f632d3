import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDocumentNumber } from '../../../domain/notice/document-number.ts'
import type { SeriesView } from '../../../server/notice/convention/views.ts'
import { href } from '../../shared/desk/route.ts'

type Line =
  | { readonly at: number; readonly use: SeriesView['uses'][number] }
  | { readonly at: number; readonly gap: SeriesView['gaps'][number] }

/** The last numbers are what a clerk looks for; the rest opens. */
const SHOWN = 12

/** One series, newest number first: what stands on each number, and what is missing. */
export function SeriesCard(props: {
  readonly series: SeriesView
  readonly explain: ((gap: SeriesView['gaps'][number]) => void) | null
}) {
  const { t } = useTranslation(['wording', 'terms'])
  const { series, explain } = props
  const [open, setOpen] = useState(false)
  const number = (serial: number) =>
    formatDocumentNumber({ prefix: series.prefix, year: series.year, serial })
  const lines: readonly Line[] = [
    ...series.uses.map((use) => ({ at: use.serial, use })),
    ...series.gaps.map((gap) => ({ at: gap.to, gap })),
  ].toSorted((one, other) => other.at - one.at)
  // What was taken down has given its number back.
  const holders = new Map<number, number>()
  for (const { serial, state } of series.uses) {
    if (state !== 'WITHDRAWN') holders.set(serial, (holders.get(serial) ?? 0) + 1)
  }
  const shown = open ? lines : lines.slice(0, SHOWN)
  const name = `${series.prefix}〔${series.year}〕`
  return (
    <section className="card num-series" aria-label={name}>
      <header>
        <h2>{name}</h2>
        <span className="sub">{t('wording:numbers.next', { number: number(series.next) })}</span>
        {series.unexplained > 0 ? (
          <span className="pill num-late">{t('wording:numbers.missing', { count: series.unexplained })}</span>
        ) : (
          <span className="pill num-good">{t('wording:numbers.whole')}</span>
        )}
      </header>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('wording:numbers.number')}</th>
            <th scope="col">{t('wording:numbers.what')}</th>
            <th scope="col">{t('wording:numbers.state')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) =>
            'use' in line ? (
              <tr key={`${line.at} ${line.use.noticeId}`}>
                <td className="nowrap">{number(line.at)}</td>
                <td className="reg-name">
                  <a href={href(`/notices/${encodeURIComponent(line.use.noticeId)}`)}>
                    {line.use.title || t('wording:numbers.untitled')}
                  </a>
                </td>
                <td className="nowrap">
                  {t(`terms:numberState.${line.use.state}`)}
                  {line.use.state !== 'WITHDRAWN' && (holders.get(line.at) ?? 0) > 1 ? (
                    <span className="pill num-late">{t('wording:numbers.twice')}</span>
                  ) : null}
                </td>
              </tr>
            ) : (
              <tr key={`gap ${line.at}`} className={line.gap.explained === null ? 'num-gap' : undefined}>
                <td className="nowrap">
                  {line.gap.from === line.gap.to
                    ? number(line.gap.from)
                    : t('wording:numbers.fromTo', { from: number(line.gap.from), to: line.gap.to })}
                </td>
                <td className="reg-name">
                  {line.gap.explained === null ? (
                    t('wording:numbers.unexplained')
                  ) : (
                    <>
                      {t(`terms:voidReason.${line.gap.explained.reason}`)}
                      {line.gap.explained.note === ''
                        ? ''
                        : t('wording:numbers.noted', { note: line.gap.explained.note })}
                      <p className="sub">
                        {t('wording:numbers.by', {
                          name: line.gap.explained.by.name,
                          date: line.gap.explained.at.slice(0, 10),
                        })}
                      </p>
                    </>
                  )}
                </td>
                <td className="nowrap">
                  {explain ? (
                    <Button size="small" onClick={() => explain(line.gap)}>
                      {t(line.gap.explained === null ? 'wording:numbers.explain' : 'wording:numbers.correct')}
                    </Button>
                  ) : (
                    t(`terms:numberState.${line.gap.explained === null ? 'MISSING' : 'EXPLAINED'}`)
                  )}
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      {lines.length > SHOWN ? (
        <Button type="link" onClick={() => setOpen(!open)}>
          {open ? t('wording:panel.fewer') : t('wording:panel.more', { count: lines.length - SHOWN })}
        </Button>
      ) : null}
    </section>
  )
}

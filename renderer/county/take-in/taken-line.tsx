import { Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PackageAnswer, TakeInAnswer } from '../../../county/web/take-in/views.ts'
import { href } from '../../shared/desk/route.ts'
import { byteSize } from '../../shared/ui/byte-size.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { address } from '../county-api.ts'
import { CardLine } from './card-line.tsx'

/** One file on its way in. */
export type HandedIn = {
  readonly id: number
  readonly name: string
  readonly size: number
  /** How much of it has gone over, 0 to 1. */
  readonly part: number
  readonly answer?: TakeInAnswer
  readonly error?: unknown
}

function PackageLine({ answer }: { readonly answer: PackageAnswer }) {
  const { t } = useTranslation('county')
  const { office, sequence, outcome, accepted, rejected, missingFrom } = answer
  return (
    <>
      <p>
        <span className={`pill verdict-${outcome}`}>{t(`verdict.${outcome}`)}</span>{' '}
        <a href={href(`/offices/${office.id}`)}>{office.name}</a> {t('takeIn.package', { sequence })}
      </p>
      <p>{t(`takeIn.said.${outcome}`, { accepted, rejected, change: missingFrom ?? 0 })}</p>
      {rejected > 0 && (
        <p>
          <a href={href(`/rejections?office=${office.id}`)}>{t('takeIn.seeRejected')}</a>
        </p>
      )}
      <p className="row">
        {answer.receipts.map((number) => (
          <span key={number} className="row">
            <a
              className="button-link"
              href={address(`offices/${office.id}/receipts/${number}/file`)}
              download
            >
              {t('takeIn.receipt', { number })}
            </a>
            <a href={href(`/offices/${office.id}/receipts/${number}`)}>{t('receipts.print')}</a>
          </span>
        ))}
      </p>
    </>
  )
}

/** What became of one file, in plain words. */
export function TakenLine({ line }: { readonly line: HandedIn }) {
  const { t } = useTranslation('county')
  const { answer, error } = line
  return (
    <li>
      <p className="taken-name">
        <b className="breakable">{line.name}</b> <span className="sub">{byteSize(line.size)}</span>
      </p>
      {answer === undefined && error === undefined && (
        <>
          <Progress percent={Math.floor(line.part * 100)} size="small" aria-label={line.name} />
          <p className="sub">{line.part < 1 ? t('takeIn.arriving') : t('takeIn.judging')}</p>
        </>
      )}
      {error !== undefined && (
        <>
          <RefusalMessage error={error} />
          <p className="sub">{t('takeIn.nothingChanged')}</p>
        </>
      )}
      {answer?.kind === 'PACKAGE' && <PackageLine answer={answer} />}
      {answer?.kind === 'CARD' && <CardLine answer={answer} />}
    </li>
  )
}

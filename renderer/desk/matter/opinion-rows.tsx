import { Checkbox } from 'antd'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpinionView } from '../../../server/matter/views.ts'

type Props = {
  readonly rows: readonly OpinionView[]
  readonly chosen: string
  readonly choose: (id: string) => void
  readonly picked: ReadonlySet<string>
  /** Null where nothing can be merged. */
  readonly pick: ((picked: ReadonlySet<string>) => void) | null
}

function State({ opinion }: { readonly opinion: OpinionView }) {
  const { t } = useTranslation(['matter', 'terms'])
  if (opinion.mergedInto !== null) {
    return (
      <span className="pill">{t('matter:opinion.mergedShort', { number: opinion.mergedInto.number })}</span>
    )
  }
  if (opinion.answer === null) return <span className="pill mt-pill closed">{t('matter:opinion.open')}</span>
  const { result } = opinion.answer
  return <span className={`pill mt-pill ${result.toLowerCase()}`}>{t(`terms:adoptionResult.${result}`)}</span>
}

/** Opinions by number; the arrow keys move from one to the next. */
export function OpinionRows({ rows, chosen, choose, picked, pick }: Props) {
  const { t } = useTranslation(['matter', 'terms'])
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const next = rows[rows.findIndex(({ id }) => id === chosen) + step]
    if (!next) return
    choose(next.id)
    list.current?.querySelector<HTMLElement>(`[data-opinion="${next.id}"]`)?.focus()
  }
  return (
    <ul ref={list} className="mt-rows" aria-label={t('matter:opinion.listLabel')}>
      {rows.map((opinion) => (
        <li key={opinion.id} aria-current={opinion.id === chosen}>
          {pick !== null && (
            <Checkbox
              aria-label={t('matter:opinion.select', { number: opinion.number })}
              checked={picked.has(opinion.id)}
              disabled={opinion.mergedInto !== null}
              onChange={({ target }) => {
                const next = new Set(picked)
                if (target.checked) next.add(opinion.id)
                else next.delete(opinion.id)
                pick(next)
              }}
            />
          )}
          <button
            type="button"
            data-opinion={opinion.id}
            onClick={() => choose(opinion.id)}
            onKeyDown={move}
            tabIndex={opinion.id === chosen ? 0 : -1}
          >
            <span className="mt-row-head">
              <b>{t('matter:opinion.number', { number: opinion.number })}</b>
              <span className="soft">{t(`terms:opinionChannel.${opinion.channel}`)}</span>
              {opinion.late && <span className="bad">{t('matter:opinion.late')}</span>}
              <State opinion={opinion} />
            </span>
            <span className="mt-row-text">{opinion.text}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

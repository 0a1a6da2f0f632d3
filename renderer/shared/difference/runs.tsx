import { Fragment, useState } from 'react'
import type { Run } from '../../../domain/notice/difference-runs.ts'
import { useDifferenceWords } from './use-difference-words.ts'

// A kept stretch longer than this is folded between its two ends.
const LONG = 90
const END = 24

/** Text that came. A reader who cannot see colour or line has the sign, one who hears has the word. */
function Inserted({ text }: { readonly text: string }) {
  const { t } = useDifferenceWords()
  return (
    <ins className="df-ins">
      <span className="df-spoken">{t('difference:addedMark')}</span>
      {text}
      <span className="df-spoken">{t('difference:endMark')}</span>
    </ins>
  )
}

function Deleted({ text }: { readonly text: string }) {
  const { t } = useDifferenceWords()
  return (
    <del className="df-del">
      <span className="df-spoken">{t('difference:removedMark')}</span>
      {text}
      <span className="df-spoken">{t('difference:endMark')}</span>
    </del>
  )
}

function Kept(props: { readonly text: string; readonly first: boolean; readonly last: boolean }) {
  const { t } = useDifferenceWords()
  const [open, setOpen] = useState(false)
  const characters = [...props.text]
  const from = props.first ? 0 : END
  const to = props.last ? characters.length : characters.length - END
  if (open || characters.length <= LONG || (props.first && props.last)) return props.text
  return (
    <>
      {characters.slice(0, from).join('')}
      <button
        type="button"
        className="df-fold-inline"
        onClick={() => {
          setOpen(true)
        }}
      >
        {t('difference:foldedText', { count: to - from })}
      </button>
      {characters.slice(to).join('')}
    </>
  )
}

/** Runs of text: what stays, what came (＋, underlined), what went (－, struck out). */
export function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return runs.map((run, index) => (
    <Fragment key={index}>
      {run.kind === 'ADDED' ? (
        <Inserted text={run.text} />
      ) : run.kind === 'REMOVED' ? (
        <Deleted text={run.text} />
      ) : (
        <Kept text={run.text} first={index === 0} last={index === runs.length - 1} />
      )}
    </Fragment>
  ))
}

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { signalActivity } from '../idle/activity.ts'
import { candidatesOf, type Candidate, type SyllableTable } from './candidates-of.ts'
import { useSpelledWords } from './pad-queries.ts'

// 37 KB that only those need who write characters.
async function loadTable(): Promise<SyllableTable> {
  const { default: chinese } = await import('simple-keyboard-layouts/build/layouts/chinese.js')
  // The package's types forget what makes this layout Chinese.
  const { layoutCandidates } = chinese as { readonly layoutCandidates?: SyllableTable }
  return layoutCandidates ?? {}
}

/** The ways to write pinyin; none without pinyin. */
export function useCandidates(pinyin: string, isHan: boolean): readonly Candidate[] {
  const table = useQuery({
    queryKey: ['kiosk', 'syllables'],
    queryFn: loadTable,
    enabled: isHan,
    staleTime: Infinity,
    refetchInterval: false,
  })
  const words = useSpelledWords(isHan ? pinyin : '')
  return isHan ? candidatesOf(table.data ?? {}, pinyin, words) : []
}

/** What the pinyin may be written as, beside one another; pushed sideways when there are many. */
export function CandidateBar(props: {
  pinyin: string
  candidates: readonly Candidate[]
  onChoose: (candidate: Candidate) => void
}) {
  const { t } = useTranslation('kiosk')
  return (
    <div className="candidates">
      <span className="candidates-typed" aria-live="polite">
        {props.pinyin === '' ? t('pad.typePinyin') : props.pinyin}
      </span>
      <ul className="candidates-list" aria-label={t('pad.candidates')} lang="zh-Hans">
        {props.candidates.map((candidate) => (
          <li key={candidate.text}>
            <button
              type="button"
              className="candidate"
              onPointerDown={(event) => {
                // The field keeps the focus, so that a keyboard goes on where it was.
                event.preventDefault()
              }}
              onClick={() => {
                signalActivity()
                props.onChoose(candidate)
              }}
            >
              {candidate.text}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

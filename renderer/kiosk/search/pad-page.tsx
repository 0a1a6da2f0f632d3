import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '../frame/navigation.ts'
import { signalActivity } from '../idle/activity.ts'
import { CandidateBar, useCandidates } from './candidate-bar.tsx'
import type { Candidate } from './candidates-of.ts'
import { looksLikeCode } from './looks-like-code.ts'
import { PadKeyboard } from './pad-keyboard.tsx'
import { KeysFound, WordsFound } from './pad-results.tsx'
import { choose, keepTyped, keptTyped, lookedFor, press, type Typed } from './typed.ts'
import { usePhysicalKeys } from './use-physical-keys.ts'
import './pad.css'

function HowTo() {
  const { t } = useTranslation('kiosk')
  return (
    <section className="pad-howto">
      <p>{t('pad.howTo')}</p>
      <p className="pad-example" lang="zh-Hans">
        {t('pad.exampleWords')} <span aria-hidden="true">→</span> <kbd>{t('pad.exampleKeys')}</kbd>
      </p>
      <p className="hint">{t('pad.howToNumbers')}</p>
    </section>
  )
}

/**
 * Searching by touch: the first letters of a title's characters find it while they are pressed; spelt-out pinyin, numbers, and
 * characters behind one key do as well. Nothing typed is kept beyond the visit.
 */
export function PadPage() {
  const { t } = useTranslation('kiosk')
  const { open } = useNavigation()
  const id = useId()
  const [typed, setTyped] = useState<Typed>(keptTyped)
  // 低位: keys and list cannot both stand in the lower part of the glass; one key changes between them.
  const [isListAlone, setListAlone] = useState(false)
  const isHan = typed.mode === 'HAN'
  const candidates = useCandidates(typed.pinyin, isHan)
  const looked = lookedFor(typed)

  function put(next: Typed): void {
    signalActivity()
    keepTyped(next)
    setTyped(next)
  }
  function pressKey(key: string): void {
    if (key === '{results}') setListAlone(true)
    else put(press(typed, key))
  }
  function take(candidate: Candidate): void {
    put(choose(typed, candidate.text, candidate.takes))
  }
  usePhysicalKeys((key) => {
    if (key === 'Enter') {
      const first = document.querySelector<HTMLElement>('.pad-rows a')
      if (looksLikeCode(typed.text)) open({ page: 'code', code: typed.text })
      else first?.click()
      return true
    }
    const nth = key === ' ' ? 0 : Number.parseInt(key, 10) - 1
    if (isHan && typed.pinyin !== '' && !Number.isNaN(nth)) {
      const candidate = candidates[nth]
      if (candidate) take(candidate)
      return true
    }
    put(press(typed, key === ' ' ? '{space}' : key))
    return true
  })

  return (
    <div className="pad-page" data-list={isListAlone ? 'ALONE' : 'BESIDE'}>
      <div className="pad-top">
        <h1 className="unseen" tabIndex={-1}>
          {t('search.label')}
        </h1>
        <label className="unseen" htmlFor={id}>
          {t('search.label')}
        </label>
        <div className="find pad-field">
          <input
            id={id}
            className="find-input"
            type="text"
            // The system's own keyboard would cover the pad, and has ways out of the board on some systems.
            inputMode="none"
            lang="zh-Hans"
            value={`${typed.mode === 'LETTERS' ? typed.text.toUpperCase() : typed.text}${typed.pinyin}`}
            placeholder={t(`pad.placeholder.${typed.mode}`)}
            maxLength={40}
            autoComplete="off"
            autoCorrect="off"
            autoCapitalize="off"
            spellCheck={false}
            onChange={(event) => {
              // Composed by an input method, pasted, or scanned.
              put({ ...typed, text: event.target.value.toLowerCase(), pinyin: '' })
            }}
          />
          {isListAlone ? (
            <button type="button" className="button" onClick={() => setListAlone(false)}>
              {t('pad.goOn')}
            </button>
          ) : null}
        </div>
      </div>
      <div className="pad-results" aria-live="polite" aria-label={t('pad.resultsLabel')} role="region">
        {'words' in looked ? (
          <WordsFound words={looked.words} onPress={pressKey} />
        ) : looked.keys === '' ? (
          <HowTo />
        ) : (
          <KeysFound keys={looked.keys} onPress={pressKey} />
        )}
      </div>
      {isListAlone ? null : (
        <div className="pad">
          {isHan ? <CandidateBar pinyin={typed.pinyin} candidates={candidates} onChoose={take} /> : null}
          <PadKeyboard mode={typed.mode} onPress={pressKey} />
        </div>
      )}
    </div>
  )
}

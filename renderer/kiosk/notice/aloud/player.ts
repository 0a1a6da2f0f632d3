/** A sentence for the player. */
export type Sayable = { readonly speech: string; readonly element: Pick<Element, 'isConnected'> }

/** How it stands with the reading; `at` is the sentence, from 0. */
export type Playing = {
  readonly phase: 'READY' | 'SPEAKING' | 'PAUSED' | 'FINISHED' | 'FAILED'
  readonly at: number
}

/** Says one text and calls back once, when it is through or failed; the returned function silences it. */
export type Say = (text: string, rate: number, done: (ok: boolean) => void) => () => void

/** A voice that reads sentences one after the other. */
export type Player = {
  readonly start: (parts: readonly Sayable[]) => void
  /** Goes on with the sentence at which it was paused or failed; false when there is none. */
  readonly goOn: () => boolean
  readonly pause: () => void
  readonly stop: () => void
  readonly setRate: (rate: number) => void
}

// A voice that never says that it is through would hold the visit open for ever; nobody speaks this slowly.
const LEAST_MS = 8_000
const MS_A_SIGN = 600

/**
 * Reads sentence by sentence. Paused and continued between sentences by saying the sentence anew: the pause of the browsers'
 * own speech does not come back after fifteen seconds.
 */
export function createPlayer(say: Say, tell: (playing: Playing) => void): Player {
  let parts: readonly Sayable[] = []
  let playing: Playing = { phase: 'READY', at: 0 }
  let rate = 1
  let silence: () => void = () => undefined

  function be(phase: Playing['phase'], at: number): void {
    playing = { phase, at }
    tell(playing)
  }

  function hush(): void {
    silence()
    silence = () => undefined
  }

  function speak(from: number): void {
    hush()
    // What has left the glass meanwhile (a table was turned to its next page) is not heard.
    let at = from
    while (at < parts.length && parts[at]?.element.isConnected === false) at += 1
    const part = parts[at]
    if (!part) {
      be('FINISHED', 0)
      return
    }
    be('SPEAKING', at)
    let ended = false
    const end = (ok: boolean) => {
      if (ended) return
      ended = true
      window.clearTimeout(timer)
      if (ok) speak(at + 1)
      else {
        hush()
        be('FAILED', at)
      }
    }
    const timer = window.setTimeout(() => end(false), LEAST_MS + (part.speech.length * MS_A_SIGN) / rate)
    const quiet = say(part.speech, rate, end)
    silence = () => {
      ended = true
      window.clearTimeout(timer)
      quiet()
    }
  }

  return {
    start: (next) => {
      parts = next
      speak(0)
    },
    goOn: () => {
      const waits = playing.phase === 'PAUSED' || playing.phase === 'FAILED'
      if (waits) speak(playing.at)
      return waits
    },
    pause: () => {
      if (playing.phase !== 'SPEAKING') return
      hush()
      be('PAUSED', playing.at)
    },
    stop: () => {
      hush()
      if (playing.phase !== 'READY') be('READY', 0)
    },
    setRate: (next) => {
      rate = next
      if (playing.phase === 'SPEAKING') speak(playing.at)
    },
  }
}

/** Says a text with a voice of the system. */
export function sayWith(speech: SpeechSynthesis, voice: SpeechSynthesisVoice): Say {
  return (text, rate, done) => {
    const words = new SpeechSynthesisUtterance(text)
    words.voice = voice
    words.lang = voice.lang
    words.rate = rate
    words.addEventListener('end', () => done(true))
    words.addEventListener('error', () => done(false))
    speech.speak(words)
    return () => speech.cancel()
  }
}

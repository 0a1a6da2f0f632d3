import { useEffect, useState } from 'react'

/** What of a voice decides whether it may read a text. */
export type VoiceFacts = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>

// A voice of the same language that knows another script only would read nothing or nonsense.
const ANOTHER_SCRIPT = ['mn-Mong', 'kk-Arab', 'ky-Arab']

function fits(spoken: string, tag: string): boolean {
  const lang = spoken.replaceAll('_', '-').toLowerCase()
  const [language = '', script = ''] = tag.toLowerCase().split('-')
  if (language === 'zh') return /^(?:zh|cmn)(?:-|$)/u.test(lang)
  if (lang.split('-')[0] !== language) return false
  return !ANOTHER_SCRIPT.includes(tag) || lang.includes(script)
}

// Mandarin of the mainland before any other Chinese: 粤 and 台湾 voices read the same signs otherwise.
function rank({ lang, default: usual }: VoiceFacts): number {
  const mainland = /^(?:zh[-_](?:hans|cn)|cmn)/iu.test(lang)
  return (mainland ? 0 : 2) + (usual ? 0 : 1)
}

/**
 * The computer's own voice for the language of a text; null where it has none. Voices of a far server are left out: the words
 * on the glass would go there, and be silent whenever the line is.
 * @example voiceFor('zh-Hans', speechSynthesis.getVoices())?.lang // 'zh-CN'
 */
export function voiceFor<Voice extends VoiceFacts>(tag: string, voices: readonly Voice[]): Voice | null {
  const own = voices.filter((voice) => voice.localService && fits(voice.lang, tag))
  return own.toSorted((one, other) => rank(one) - rank(other))[0] ?? null
}

/** The speech of this browser, where it has any. */
export function speechOf(): SpeechSynthesis | null {
  return 'speechSynthesis' in window ? window.speechSynthesis : null
}

/** The voice for a language, found anew when the system's voices arrive: in Chromium they come late. */
export function useVoice(tag: string): SpeechSynthesisVoice | null {
  const find = () => voiceFor(tag, speechOf()?.getVoices() ?? [])
  const [voice, setVoice] = useState(find)
  useEffect(() => {
    const speech = speechOf()
    const look = () => {
      setVoice(voiceFor(tag, speech?.getVoices() ?? []))
    }
    look()
    speech?.addEventListener('voiceschanged', look)
    return () => {
      speech?.removeEventListener('voiceschanged', look)
    }
  }, [tag])
  return voice
}

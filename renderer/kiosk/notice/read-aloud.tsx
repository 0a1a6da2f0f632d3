import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

// Voices arrive late in Chromium; without one the key says so instead of doing nothing.
function useChineseVoice(): SpeechSynthesisVoice | null {
  const find = () =>
    'speechSynthesis' in window
      ? (window.speechSynthesis.getVoices().find(({ lang }) => lang.toLowerCase().startsWith('zh')) ?? null)
      : null
  const [voice, setVoice] = useState(find)
  useEffect(() => {
    if (!('speechSynthesis' in window)) return
    const look = () => {
      setVoice(find())
    }
    window.speechSynthesis.addEventListener('voiceschanged', look)
    return () => {
      window.speechSynthesis.removeEventListener('voiceschanged', look)
      // The next visitor must not hear the rest.
      window.speechSynthesis.cancel()
    }
  }, [])
  return voice
}

/** Reads a text aloud with the computer's own voice, or says that it has none. */
export function ReadAloud(props: { text: string }) {
  const { t } = useTranslation('kiosk')
  const voice = useChineseVoice()
  const [speaking, setSpeaking] = useState(false)
  if (voice === null) return <p className="read-aloud-none">{t('readAloud.none')}</p>
  return (
    <button
      type="button"
      className="button"
      aria-pressed={speaking}
      onClick={() => {
        window.speechSynthesis.cancel()
        if (speaking) {
          setSpeaking(false)
          return
        }
        const speech = new SpeechSynthesisUtterance(props.text)
        speech.voice = voice
        speech.lang = voice.lang
        speech.addEventListener('end', () => {
          setSpeaking(false)
        })
        setSpeaking(true)
        window.speechSynthesis.speak(speech)
      }}
    >
      {t(speaking ? 'readAloud.stop' : 'readAloud.start')}
    </button>
  )
}

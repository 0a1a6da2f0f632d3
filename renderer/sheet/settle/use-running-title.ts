import { useLayoutEffect } from 'react'

/**
 * What a further sheet of a poster belongs to, at its head. The first bears its title itself.
 * @example runningTitleCss('停水通知') // '@page poster { @top-center { content: "停水通知"; …'
 */
export function runningTitleCss(text: string): string {
  const words = text.replaceAll(/\s+/gu, ' ').replaceAll(/["\\]/gu, String.raw`\$&`)
  return `@page poster {
    @top-center {
      content: "${words}";
      width: 100%;
      padding-bottom: 3mm;
      font: 700 16pt / 1.3 var(--heiti);
      text-align: center;
      vertical-align: bottom;
    }
  }
  @page poster:first { @top-center { content: none; } }`
}

/** Repeats a line at the head of every sheet after the first, for as long as the caller stands. */
export function useRunningTitle(text: string): void {
  useLayoutEffect(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(runningTitleCss(text))
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
    }
  }, [text])
}

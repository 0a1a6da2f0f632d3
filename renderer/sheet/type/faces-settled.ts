/**
 * Waits until the page is laid out in its final faces. A face is asked for only when the layout meets a character of it, so
 * `document.fonts.ready` by itself is over before the first is asked for.
 */
export async function facesSettled(area: HTMLElement): Promise<void> {
  do {
    // Reading a measure makes the layout happen now.
    void area.getBoundingClientRect().height
    await document.fonts.ready
  } while (document.fonts.status === 'loading')
}

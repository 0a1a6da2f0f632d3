/**
 * Waits until the page is laid out in its final faces. A face is asked for only when the layout meets a character of it, and one that turns
 * out to lack the character makes the next layout ask for another: it is over when a layout asks for none.
 */
export async function facesSettled(area: HTMLElement): Promise<void> {
  do {
    await document.fonts.ready
    // Reading a measure makes the layout happen now.
    void area.getBoundingClientRect().height
  } while (document.fonts.status === 'loading')
}
